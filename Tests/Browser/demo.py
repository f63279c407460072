"""The program as a newcomer runs it, for tests from outside."""

import os
import re
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Demo:
    """The program, run as a newcomer runs it, on free ports and in a folder of its own."""

    def __init__(self, folder, **variables):
        self.folder = folder
        self.variables = variables
        # Not a pipe, which would fill up and stop the program.
        self.errors = tempfile.TemporaryFile("w+")
        self.start()

    def start(self):
        environment = {
            "PATH": os.environ["PATH"],
            "CONNECTOR_PORT": "0",
            "CONNECTOR_DATA_DIR": str(self.folder),
            **self.variables,
        }
        self.process = subprocess.Popen(
            [ROOT / ".build/debug/connector", "demo"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            text=True,
        )
        printed = ""
        for line in self.process.stdout:
            printed += line
            if line.startswith("Stop with"):
                break
        else:
            raise AssertionError(f"the demo did not start: {printed}{self.logged()}")
        token = re.search(r"shown this once: (\S+)", printed)
        if token:
            self.operator_token = token.group(1)
        self.sign_in_link = re.search(r"http://\S+/launch/\S+", printed).group()
        self.sandbox = re.search(r"page:\s+(http://\S+?)/?\s", printed).group(1)
        self.url = self.sign_in_link.split("/launch/")[0]
        self.await_sandbox()

    def await_sandbox(self):
        """The sandbox starts beside the site, perhaps a moment after it."""
        for _ in range(200):
            try:
                return urllib.request.urlopen(self.sandbox).close()
            except urllib.error.URLError:
                time.sleep(0.05)
        raise AssertionError("the sandbox does not answer")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.communicate(timeout=30)
        assert self.process.returncode == 0, self.logged()

    def logged(self):
        self.errors.seek(0)
        return self.errors.read()
