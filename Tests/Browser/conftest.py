"""What the browser tests share: a running demo, and pages in headless Chromium."""

import json
import re
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe
from demo import ROOT, Demo
from playwright.sync_api import expect, sync_playwright

SCREENSHOTS = ROOT / ".build" / "screenshots"


@pytest.fixture
def demo(tmp_path):
    demo = Demo(tmp_path / "data")
    yield demo
    demo.stop()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(params=["with JavaScript", "without JavaScript"])
def scripts(request):
    return request.param == "with JavaScript"


@pytest.fixture
def page(browser, scripts):
    yield from new_page(browser, java_script_enabled=scripts)


def new_page(browser, on_purpose="/no-such-page$", **options):
    context = browser.new_context(**options)
    page = context.new_page()
    complaints = []

    def listen(message):
        # Chromium also reports pages that are refused on purpose.
        refused = f"/launch/|/(settings|license|outsmart|sign-in)$|{on_purpose}"
        is_on_purpose = re.search(refused, message.location.get("url", ""))
        if message.type in ("error", "warning") and not is_on_purpose:
            complaints.append(message.text)

    page.on("console", listen)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def connect(page, demo, company="Eriksson Rör & El AB", number="556677-8899"):
    """Signs in, unless that was done, and connects the account to a company."""
    if page.url == "about:blank":
        page.goto(demo.sign_in_link)
    expect(page.get_by_role("heading", level=1)).to_have_text("Eriksson Rör & El AB")
    page.get_by_role("button", name="Connect", exact=True).click()
    page.get_by_label(company).check()
    page.get_by_role("button", name="Approve").click()
    expect(page.locator("#facts")).to_contain_text(f"{company}, {number}")
    expect(page.get_by_role("button", name="Disconnect", exact=True)).to_be_visible()


def declare_fault(demo, fault):
    """Lets the next calls of one kind to a vendor go wrong."""
    request = urllib.request.Request(
        f"{demo.sandbox}/sandbox/faults",
        json.dumps(fault).encode(),
        {"Content-Type": "application/json"},
    )
    urllib.request.urlopen(request).close()


def check_accessibility(page, name):
    """Fails when axe finds anything in the page, in light or dark, wide or narrow; leaves screenshots."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    size = page.viewport_size
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (1280, 375):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=SCREENSHOTS / f"{name}-{scheme}-{width}.png", full_page=True)
            found = Axe().run(page).response["violations"]
            assert found == [], [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]
            overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert overflow <= 0, f"{name} is {overflow} px too wide at {width}"
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(size)
