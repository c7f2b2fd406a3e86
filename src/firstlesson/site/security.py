"""What a browser may do on our pages, said once for the pages and for the servers."""

from __future__ import annotations

STYLE_HASHES = "{style-hashes}"
"""Stands in the server's files until the build knows the hashes of the styles."""


def content_security_policy(style_hashes: str) -> str:
    """The policy of a page: only its own style, our script, our pictures, and nothing else.

    No script of ours connects to anything; `connect-src` lets a search engine's auditor read
    `robots.txt` through the page, and no word can leave the site by it.
    """
    return (
        f"default-src 'none'; style-src {style_hashes}; script-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'"
    )


_UNUSED_FEATURES = (
    "camera",
    "microphone",
    "geolocation",
    "payment",
    "usb",
    "display-capture",
    "browsing-topics",
)
HEADERS = (
    ("Content-Security-Policy", f"{content_security_policy(STYLE_HASHES)}; frame-ancestors 'none'"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in _UNUSED_FEATURES)),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
)
"""For a server: what a meta element cannot say, and the same policy again."""
UNSTORED = ("/help.html", "/en/help.html", "/private-browsing.html", "/en/private-browsing.html")
"""Pages that a shared computer should not keep."""


def headers_file() -> str:
    """The `_headers` file that several static hosts read."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS)]
    for path in UNSTORED:
        lines += ["", path, "  Cache-Control: no-store"]
    return "\n".join(lines) + "\n"


def nginx_file() -> str:
    """The part of an nginx configuration that serves the site."""
    headers = [f'add_header {name} "{value}" always;' for name, value in HEADERS]
    unstored = "|".join(path.lstrip("/").replace(".", r"\.") for path in UNSTORED)
    return "\n".join(
        [
            "# Serves the built site. Replace the name, the folder and the certificate.",
            "server {",
            "    listen 443 ssl;",
            "    server_name mesimi-i-pare.example;",
            "    root /srv/first-lesson/site;",
            "    # ssl_certificate … ssl_certificate_key …",
            "",
            "    index index.html;",
            "    error_page 404 /404.html;",
            "    charset utf-8;",
            "    gzip on;",
            "    gzip_types text/css text/javascript image/svg+xml application/json;",
            "    access_log off; # an address in a log is a trace of a child",
            *(f"    {line}" for line in headers),
            "",
            f"    location ~ ^/({unstored})$ {{",
            *(f"        {line}" for line in headers),
            '        add_header Cache-Control "no-store" always;',
            "    }",
            "}",
            "",
        ]
    )
