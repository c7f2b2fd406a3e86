"""The MkDocs plugin: plain `mkdocs build` and `mkdocs serve` stage first and finish last."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from firstlesson.build.prepare import STAGE
from firstlesson.build.replace import WORK
from firstlesson.cli._shared import today
from firstlesson.cli._surroundings import language_of_the_system
from firstlesson.hosts.finish import finish
from firstlesson.hosts.finished import FinishedHtml
from firstlesson.hosts.keeping import digests_of, write_worker
from firstlesson.hosts.notes import Note
from firstlesson.hosts.plain_text import PlainText
from firstlesson.hosts.style import Styles, theme_style
from firstlesson.hosts.whole import WholeFiles, noted
from firstlesson.reports import written
from firstlesson.source.files import read_text
from firstlesson.source.project import MARKER
from firstlesson.source.yaml import read_yaml

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer  # a server, for whoever builds


class _Frame(FileSystemLoader):
    """Knows the theme's templates, and lists only the project's own files."""

    def list_templates(self) -> list[str]:
        """What stands in the first folder: the project's."""
        return FileSystemLoader(self.searchpath[:1]).list_templates()


class FirstlessonPlugin(BasePlugin):  # type: ignore[type-arg]
    """Stages the course before MkDocs looks for pages, and finishes the site after it."""

    def __init__(self) -> None:
        self._depth = 0
        self._site_url = ""
        self._styles: Styles | None = None
        self._finished = FinishedHtml()
        self.theme_style = ""
        """What remains of the theme's style; made when it is not given."""
        self.known: Collection[str] = ()
        """Staged files that are not read, and yet may be linked to."""
        self.notes: dict[str, Note] = {}
        """What was learnt of every page that was built."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Stages; static-i18n calls this once for each language, so only the first time."""
        root = Path(config.config_file_path).parent
        if self._depth == 0:
            if root / WORK not in Path(config.docs_dir).parents:  # else it is staged already
                self._stage(root)
                config.docs_dir = str(root / STAGE)
            self._site_url = _site_url(root)
            config.markdown_extensions.extend([self._finished, PlainText()])  # type: ignore[list-item]
        self._depth += 1
        config.site_url = self._site_url
        if self._styles is None:
            self.theme_style = self.theme_style or theme_style(config.theme.dirs)
            self._styles = Styles(self.theme_style)
        config.extra["styles"] = self._styles
        config.theme.static_templates -= {"404.html", "sitemap.xml"}  # both are our own
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """MkDocs looks through 10,000 icons of the theme for files to copy: it need not."""
        env = Theme.get_env(config.theme)
        env.loader = _Frame(config.theme.dirs)
        config.theme.get_env = lambda: env  # type: ignore[method-assign]  # no event gives it

    def _on_files_of_all(self, files: Files, config: MkDocsConfig) -> Files:
        """Leaves out what the theme and static-i18n put into every site and no page asks for."""
        own = (config.docs_dir, config.theme.custom_dir)
        return Files([file for file in files if file.src_dir in own])

    @event_priority(-200)  # after static-i18n, which has then chosen one language's files
    def _on_files_of_a_language(self, files: Files, config: MkDocsConfig) -> Files:
        """Lets links find the pages that are only known."""
        i18n: Any = config.plugins["i18n"]
        return WholeFiles(files, self.known, str(i18n.current_language), config)

    on_files = CombinedEvent(_on_files_of_all, _on_files_of_a_language)

    def on_page_markdown(self, markdown: str, page: Page, files: Files, **_: object) -> str:
        """Whatever the page's links ask for is noted with the page."""
        if isinstance(files, WholeFiles):
            files.asked = self.notes.setdefault(page.file.src_uri, Note()).asked
        return markdown

    def on_env(self, env: Environment, files: Files, **_: object) -> Environment:
        """All pages have been read: what there is to know of them is noted."""
        noted(files, self.notes)
        return env

    def on_page_content(self, html: str, page: Page, **_: object) -> str:
        """MkDocs hears of the places in HTML that it did not read itself."""
        page.present_anchor_ids = (page.present_anchor_ids or set()) | self._finished.ids
        return html

    @event_priority(-200)  # after static-i18n, which builds the other languages in this event
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Finishes the site once all languages are built."""
        self._depth -= 1
        if self._depth == 0:
            styles = self._styles.values() if self._styles else ()
            hashes = (one for style in styles for one in style.hashes)
            finish(Path(config.site_dir), site_url=self._site_url, style_hashes=hashes)
            if not self.known:  # else this is only a part of the site
                site = Path(config.site_dir)
                write_worker(site, Path(config.config_file_path).parent, digests_of(site))

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, **_: object
    ) -> LiveReloadServer:
        """Sources are watched, the staged tree is not: else every edit would build twice."""
        server.unwatch(config.docs_dir)
        return server

    def _stage(self, root: Path) -> None:
        # A site made by `firstlesson` is staged already and needs neither.
        from firstlesson.build.examine import read_and_check  # noqa: PLC0415  # only here
        from firstlesson.build.prepare import stage_course  # noqa: PLC0415  # as above

        checked = read_and_check(root, today=today())
        if checked.failed:
            language = language_of_the_system()
            raise Abort(written("full", checked.diagnostics, checked.texts, language))
        stage_course(checked.course, root=root, today=today())


def _site_url(root: Path) -> str:
    """The one setting that is needed here; the course has been read and checked already."""
    document, _ = read_yaml(MARKER, read_text(root, MARKER)[0])
    return str(document.data.get("siteUrl", "")) if isinstance(document.data, dict) else ""
