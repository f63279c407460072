"""The log's page, the list of exports and the preview, with what they do while something happens."""

import csv
import io
import re

from conftest import check_accessibility, connect, new_page
from playwright.sync_api import expect
from test_export import wish_all


def synced(page, demo):
    connect(page, demo)
    page.get_by_role("button", name="Sync customers").click()
    expect(page.get_by_role("button", name="Sync now")).to_be_visible(timeout=60_000)


def test_the_log_is_filtered_and_downloaded(demo, page):
    synced(page, demo)
    page.get_by_role("link", name="The whole log").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Log")
    page.get_by_label("Level").select_option("Warning")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page).to_have_url(re.compile("level=warning"))
    entries = page.locator(".entry")
    expect(entries.first).to_contain_text("Warning")
    expect(page.locator(".entry:not(.warning)")).to_have_count(0)

    # The detail, by keyboard.
    entries.first.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(entries.first.get_by_text("What to do")).to_be_visible()
    entries.first.get_by_role("link", name="All entries of this sync").click()
    expect(page.get_by_text("Only entries of the sync of")).to_be_visible()
    page.get_by_role("link", name="Show all entries").click()

    page.get_by_label("Record").fill("nobody's")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.get_by_text("No entry is like that.")).to_be_visible()

    page.get_by_label("Record").fill("")
    page.get_by_label("Level").select_option("Warning")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(entries.first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as CSV").click()
    text = download.value.path().read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(text[3:].decode(), newline="")))
    assert table[0][:4] == ["Time", "Level", "List", "Record"]
    assert {row[1] for row in table[1:]} == {"Warning"} and {len(row) for row in table} == {10}


def test_new_entries_and_states_come_by_themselves(demo, browser):
    for page in new_page(browser):
        connect(page, demo)
        wish_all(page)
        exports = page.context.new_page()
        exports.goto(f"{demo.url}/accounts/demo/exports")
        log = page.context.new_page()
        log.goto(f"{demo.url}/accounts/demo/log?scope=workOrders")
        expect(log.get_by_text("No entry is like that.")).to_be_visible()
        page.get_by_role("button", name="Export work orders").click()
        expect(exports.locator(".export").first).to_be_visible(timeout=60_000)
        expect(exports.locator("#run-state")).to_contain_text("with failed records", timeout=180_000)
        expect(exports.get_by_role("link", name=re.compile("^Failed 8"))).to_be_visible()
        expect(log.locator(".entry.error").first).to_be_visible()
        expect(log.locator("#log-empty")).to_have_count(0)

        # A page that nobody sees does not listen, and catches up when it is seen again.
        hide = """hidden => {
            Object.defineProperty(document, 'visibilityState', {value: hidden ? 'hidden' : 'visible', configurable: true});
            document.dispatchEvent(new Event('visibilitychange'));
        }"""
        exports.evaluate(hide, True)
        page.get_by_role("button", name="Disconnect", exact=True).click()
        with exports.expect_request("**/events*"):
            exports.evaluate(hide, False)
        expect(exports.get_by_role("button", name=re.compile("Retry"))).to_have_count(0)


def test_many_tabs_do_not_keep_each_other_waiting(demo, browser):
    for page in new_page(browser):
        connect(page, demo)
        # As a browser does: all tabs but one are hidden.
        page.context.add_init_script("""
            if (opener === null && location.hash === '#hidden')
                Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true});
        """)
        for _ in range(8):
            page.context.new_page().goto(f"{demo.url}/accounts/demo/exports#hidden")
        page.goto(f"{demo.url}/accounts/demo/log")
        expect(page.get_by_role("heading", level=1)).to_have_text("Log")


def test_a_lost_connection_is_said_and_found_again(demo, browser):
    for page in new_page(browser, on_purpose="/events"):
        connect(page, demo)
        page.goto(f"{demo.url}/accounts/demo/log")
        expect(page.locator("#live-lost")).to_be_hidden()
        page.context.set_offline(True)
        page.evaluate("dispatchEvent(new Event('online'))")
        expect(page.locator("#live-lost")).to_contain_text("The connection to the server is lost", timeout=30_000)
        expect(page.locator("#live-lost")).to_have_attribute("role", "status")
        page.context.set_offline(False)
        expect(page.locator("#live-lost")).to_be_hidden(timeout=90_000)


def test_the_pages_are_accessible_in_every_state(demo, browser):
    for page in new_page(browser, on_purpose="level=loud|before=9|state=%3Cb"):
        connect(page, demo)
        page.goto(f"{demo.url}/accounts/demo/exports")
        expect(page.get_by_text("There is none.")).to_be_visible()
        check_accessibility(page, "exports-none")
        page.goto(f"{demo.url}/accounts/demo/log?code=PERIOD_LOCKED")
        check_accessibility(page, "log-none")
        page.goto(f"{demo.url}/accounts/demo")
        wish_all(page)
        page.get_by_role("button", name="Export work orders").click()
        expect(page.locator("#run-state")).to_contain_text("with failed records", timeout=180_000)
        page.goto(f"{demo.url}/accounts/demo/log")
        page.locator(".entry.error summary").first.click()
        check_accessibility(page, "log")
        page.goto(f"{demo.url}/accounts/demo/exports?q=2026")
        check_accessibility(page, "exports-found")
        page.goto(f"{demo.url}/accounts/demo/preview")
        check_accessibility(page, "preview-failures")
        page.emulate_media(media="print")
        page.screenshot(path=".build/screenshots/preview-print.png", full_page=True)
        page.emulate_media(media="screen")
        for query in ("log?level=loud", "log?before=99999999999999999999", "exports?state=%3Cb%3E"):
            page.goto(f"{demo.url}/accounts/demo/{query}")
            expect(page.get_by_role("heading", level=1)).to_have_text("Some values can't be used")
