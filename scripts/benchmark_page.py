"""Compare our pages with stock Material on the same Markdown, as a slow phone meets them.

    .venv/bin/python scripts/benchmark_page.py
    .venv/bin/python scripts/benchmark_page.py --runs 5 --json

Needs the tests' environment, a built `site/` and the browser that FIRSTLESSON_BROWSER names. Both
sites are served compressed and visited in turn with an empty cache, on slow 3G (400 kbit/s, each
answer two seconds away) and with the processor slowed four times. What stock pages ask of others
fails at once, which flatters them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SLOW = {"offline": False, "latency": 2000, "downloadThroughput": 51200, "uploadThroughput": 51200}
"""Slow 3G as Chromium's own tools define it."""
STOCK = """\
site_name: Mësimi i parë
use_directory_urls: false
repo_url: https://github.com/example/example
theme:
  name: material
  language: sq
  features: [navigation.tabs]
  palette:
    - {scheme: default, toggle: {icon: material/weather-night, name: dark}}
    - {scheme: slate, toggle: {icon: material/weather-sunny, name: light}}
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - {locale: sq, name: Shqip, default: true}
        - {locale: en, name: English}
markdown_extensions: [attr_list, admonition, md_in_html, sane_lists, tables]
"""
LCP = """() => new Promise((done) => {
  let last = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) last = entry.startTime;
  }).observe({type: 'largest-contentful-paint', buffered: true});
  setTimeout(() => done(last), 500);
})"""
STORED = "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
AXE = "() => axe.run(document, {resultTypes: ['violations'], runOnly: TAGS})".replace(
    "TAGS",
    "['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']",
)


class Handler(SimpleHTTPRequestHandler):
    """Serves text compressed, as every host does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # the base class's name
        """Answers with a file, text compressed."""
        file = Path(self.translate_path(self.path))
        if not file.is_file():
            self.send_error(404)
            return
        body = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        if file.suffix in (".html", ".css", ".js", ".json", ".svg"):
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Says nothing."""


def main() -> int:
    """Measure both sites page by page and print the comparison."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="our built site")
    parser.add_argument("--lesson", default="passwords-9-11", help="the lesson, by its id")
    parser.add_argument("--runs", type=int, default=3, help="visits of each page")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        stock = stock_site(Path(folder))
        pages = {
            "home": ("index.html", "index.html"),
            "lesson": (own_path(given.site, given.lesson), f"lessons/{given.lesson}/student.html"),
            "help": ("help.html", "help.html"),
        }
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("FIRSTLESSON_BROWSER"),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
            ],
        )
        with serving(stock) as theirs, serving(given.site) as ours:
            rows = [
                row(browser, name, (theirs + their_path, ours + own), given.runs)
                for name, (own, their_path) in pages.items()
            ]
        browser.close()
    print(json.dumps(rows, indent=2) if given.json else as_table(rows))
    return 0


def own_path(site: Path, lesson: str) -> str:
    """Where our site has a lesson; its address may be a neutral one."""
    if (site / "lessons" / lesson / "student.html").is_file():
        return f"lessons/{lesson}/student.html"
    text = (ROOT / "lessons" / lesson / "lesson.yml").read_text("utf-8")
    slug = next(line.split(":")[1] for line in text.splitlines() if line.startswith("slug:"))
    return f"lessons/{slug.strip()}/student.html"


def stock_site(folder: Path) -> Path:
    """Builds the same Markdown with the theme as it comes."""
    for source in (
        *ROOT.glob("docs/*.md"),
        *ROOT.glob("lessons/*/*.md"),
        *ROOT.glob("protocols/*/*.md"),
    ):
        name, language, _ = source.name.split(".")
        at = source.parent.relative_to(ROOT).as_posix().removeprefix("docs").strip("/")
        if name == "404":
            continue
        target = folder / "docs" / language / at / f"{name}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(source.read_text("utf-8"), "utf-8")
    for media in ROOT.glob("lessons/*/media"):
        shutil.copytree(media, folder / "docs" / "sq" / media.relative_to(ROOT), dirs_exist_ok=True)
    (folder / "mkdocs.yml").write_text(STOCK, "utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=folder,
        check=False,
        capture_output=True,
    )
    return folder / "site"


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """The address of a site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


def row(browser: Browser, name: str, addresses: tuple[str, str], runs: int) -> Mapping[str, Any]:
    """One page on both sites, visited in turn, so that a busy machine is unkind to both alike."""
    visits: tuple[list[Mapping[str, Any]], ...] = ([], [])
    for _ in range(runs):
        for seen, address in zip(visits, addresses, strict=True):
            seen.append(visited(browser, address))
    stock, own = (
        {
            **seen[-1],
            "lcp": round(statistics.median(one["lcp"] for one in seen)),
            "violations": violations(browser, address),
        }
        for seen, address in zip(visits, addresses, strict=True)
    )
    return {
        "page": name,
        "stock": stock,
        "ours": own,
        "times faster": round(stock["lcp"] / own["lcp"], 2),
    }


def visited(browser: Browser, address: str) -> Mapping[str, Any]:
    """One visit with an empty cache: how long until the text is there, and what was asked for."""
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        wire = context.new_cdp_session(page)
        asked: list[str] = []
        sizes: list[float] = []
        page.on("request", lambda one: asked.append(one.url))
        wire.on("Network.loadingFinished", lambda one: sizes.append(one["encodedDataLength"]))
        wire.send("Network.enable")
        wire.send("Network.emulateNetworkConditions", SLOW)
        wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        answer = page.goto(address, timeout=120_000)
        lcp = page.evaluate(LCP)
        page.wait_for_load_state("networkidle", timeout=120_000)
        root = "/".join(address.split("/")[:3])
        others = {one.split("/")[2] for one in asked if not one.startswith((root, "data:"))}
        return {
            "lcp": lcp,
            "requests": sum(not one.startswith("data:") for one in asked),
            "html": round(int(answer.headers["content-length"]) / 1024, 1) if answer else 0,
            "kilobytes": round(sum(sizes) / 1024, 1),
            "third parties": sorted(others),
            "stored": page.evaluate(STORED),
            "cookies": len(context.cookies()),
        }


def violations(browser: Browser, address: str) -> int:
    """How many elements axe-core finds at fault, on a desk."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(address)
        page.evaluate((resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
        found: list[Mapping[str, Any]] = page.evaluate(AXE)["violations"]
        return sum(len(one["nodes"]) for one in found)


def as_table(rows: list[Mapping[str, Any]]) -> str:
    """The comparison in Markdown."""
    names = ("lcp", "requests", "html", "kilobytes", "violations", "cookies")
    lines = [
        "| page | site | LCP ms | requests | HTML KB | all KB | violations | cookies | third parties | stored |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for one in rows:
        for site in ("stock", "ours"):
            found = one[site]
            cells = [str(found[name]) for name in names]
            lists = [", ".join(found[name]) or "none" for name in ("third parties", "stored")]
            lines.append(f"| {one['page']} | {site} | {' | '.join([*cells, *lists])} |")
        lines.append(f"| {one['page']} | | **{one['times faster']} times faster** | | | | | | | |")
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
