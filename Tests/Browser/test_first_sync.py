"""From the link that the demo prints to 1,200 customers in OutSmart, by clicking."""

import json
import re
import urllib.request

from conftest import check_accessibility, connect, declare_fault, new_page
from playwright.sync_api import expect


def relations(demo):
    with urllib.request.urlopen(f"{demo.sandbox}/sandbox/outsmart/relations") as answer:
        return json.load(answer)


SLOW_OUTSMART = {
    "fault": "delayed", "method": "POST", "path": "/openapi/8/relations", "count": 12, "milliseconds": 300,
}


def test_a_newcomer_connects_and_sees_the_customers_arrive(demo, page):
    connect(page, demo)
    declare_fault(demo, SLOW_OUTSMART)
    page.get_by_role("button", name="Sync now").click()
    expect(page.get_by_role("progressbar", name="Customers")).to_be_visible()
    expect(page.locator("#run-steps")).to_contain_text(re.compile(r"1[ ,.]?200"), timeout=30_000)
    expect(page.get_by_role("button", name="Sync now")).to_be_visible(timeout=30_000)
    expect(page.locator("#log")).to_contain_text("created")
    assert len(relations(demo)) > 1000


def test_a_refused_consent_leaves_the_account_as_it_was(demo, page):
    page.goto(demo.sign_in_link)
    page.get_by_role("button", name="Connect", exact=True).click()
    page.get_by_role("button", name="Deny").click()
    expect(page.get_by_role("button", name="Connect", exact=True)).to_be_visible()
    expect(page.get_by_text("not approved").first).to_be_visible()


def test_every_page_is_accessible(demo, browser):
    for page in new_page(browser):
        page.goto(f"{demo.url}/sign-in")
        check_accessibility(page, "sign-in")
        page.goto(demo.sign_in_link)
        check_accessibility(page, "settings-disconnected")
        page.goto(f"{demo.url}/accounts")
        check_accessibility(page, "accounts")
        page.goto(f"{demo.url}/accounts/demo")
        connect(page, demo)
        page.get_by_role("button", name="Sync now").click()
        expect(page.locator("#log")).to_contain_text("created", timeout=30_000)
        check_accessibility(page, "settings-synced")
        page.goto(f"{demo.url}/no-such-page")
        check_accessibility(page, "not-found")


def test_a_link_signs_in_once(demo, browser):
    for page in new_page(browser):
        page.goto(demo.sign_in_link)
        page.get_by_role("button", name="Sign out").click()
        expect(page).to_have_url(re.compile("/sign-in"))
        page.goto(demo.sign_in_link)
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
