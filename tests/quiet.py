"""How a browser is started that asks nobody for anything of its own accord."""

NO_REQUESTS_OF_ITS_OWN = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--no-first-run",
    "--no-sandbox",
)
