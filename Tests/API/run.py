"""Schemathesis against a running demo whose account is connected and has synced: finds nothing, or fails."""

import http.cookiejar
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Browser"))

from demo import Demo  # noqa: E402

TOKEN = "an operator token for tests"


class Site:
    """The demo's API, and the login page of its sandbox."""

    def __init__(self, demo):
        self.demo = demo
        self.browser = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def call(self, method, path, body=None):
        request = urllib.request.Request(
            f"{self.demo.url}/api/v1/accounts{path}",
            None if body is None else json.dumps(body).encode(),
            {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"},
            method=method,
        )
        with urllib.request.urlopen(request) as response:
            return json.load(response)

    def open(self, url, **fields):
        """Opens a page, or sends a form."""
        data = urllib.parse.urlencode(fields).encode() if fields else None
        with self.browser.open(url, data) as response:
            return response.read().decode()

    def connect(self):
        """Connects the account to the first company that the login page offers."""
        page = self.open(self.demo.sign_in_link)
        token = re.search(r'name="form-token" value="([^"]+)"', page).group(1)
        login = self.open(f"{self.demo.url}/accounts/demo/connect", **{"form-token": token})
        fields = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', login))
        company = re.search(r'name="company" value="([^"]+)"', login).group(1)
        self.open(f"{self.demo.sandbox}/connect/authorize", **fields, company=company, decision="approve")
        assert self.call("GET", "/demo")["connection"]["state"] == "connected"

    def sync(self, *scopes):
        run = self.call("POST", "/demo/sync", {"scope": scopes})
        while run["state"] in ("queued", "running"):
            time.sleep(0.2)
            run = self.call("GET", f"/demo/runs/{run['id']}")
        assert run["state"] in ("succeeded", "partial"), run
        return run


def prepare(site):
    """Fills the demo, and returns what Schemathesis has to know."""
    site.connect()
    for account in ("spare", "doomed"):
        site.call("POST", "", {"id": account, "name": account, "outsmart": {"token": account}})
    site.sync("articles", "projects")
    site.call("PATCH", "/demo/settings", {"export": {"completedSince": "2025-12-01"}})
    run = site.sync("workOrders")
    failed = site.call("GET", "/demo/exports?state=failed&limit=1")
    return {
        "CONNECTOR_OPERATOR_TOKEN": TOKEN,
        "API_TEST_RUN": run["id"],
        "API_TEST_WORK_ORDER": failed[0]["workOrder"],
    }


def main():
    with tempfile.TemporaryDirectory() as folder:
        demo = Demo(Path(folder) / "data", CONNECTOR_OPERATOR_TOKEN=TOKEN)
        try:
            variables = prepare(Site(demo))
            command = [
                Path(sys.executable).parent / "schemathesis", "--config-file", HERE / "schemathesis.toml",
                "run", f"{demo.url}/openapi.json", *sys.argv[1:],
            ]
            result = subprocess.run(command, env={**os.environ, **variables}, cwd=folder, timeout=600)
        finally:
            demo.stop()
    sys.exit(result.returncode)


main()
