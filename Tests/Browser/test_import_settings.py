"""The import settings, and the Sync button of each list, by clicking."""

import re

from conftest import check_accessibility, connect, declare_fault, new_page
from playwright.sync_api import expect


def box(page, name):
    return page.get_by_role("checkbox", name=name, exact=True)


def save(page, words):
    page.get_by_role("button", name="Save settings").click()
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible()


def test_changed_settings_are_kept(demo, page):
    connect(page, demo)
    box(page, "Projects").uncheck()
    box(page, "Inactive ones, too").check()
    page.get_by_label("Changed since").fill("2025-02-28")
    page.get_by_label("Units of hours").fill("h, tim\ntimme")
    box(page, "Draft").check()
    box(page, "Ongoing").uncheck()
    page.get_by_label("Type of work").select_option("Storing")
    page.get_by_label("Payment method").select_option("pin betaling")
    box(page, "Set orders to shipped").check()
    save(page, "Set “Inactive ones, too” from off to on")
    page.reload()
    expect(box(page, "Projects")).not_to_be_checked()
    expect(box(page, "Articles")).to_be_checked()
    expect(box(page, "Inactive ones, too")).to_be_checked()
    expect(page.get_by_label("Changed since")).to_have_value("2025-02-28")
    expect(page.get_by_label("Units of hours")).to_have_value("h, tim, timme")
    expect(box(page, "Draft")).to_be_checked()
    expect(box(page, "Ongoing")).not_to_be_checked()
    expect(page.get_by_label("Type of work")).to_have_value("Storing")
    expect(page.get_by_label("Payment method")).to_have_value("pin betaling")
    expect(box(page, "Set orders to shipped")).to_be_checked()
    save(page, "Nothing was different")


def test_each_list_is_synced_by_its_own_button(demo, page, scripts):
    connect(page, demo)
    for name in ("Articles", "Projects", "Sales orders"):
        # What was changed and not saved plays no part, and with JavaScript it stays in the form.
        box(page, "Customers").uncheck()
        page.get_by_role("button", name=f"Sync {name.lower()}").focus()
        page.keyboard.press("Enter")
        steps = page.locator("#run-steps .step .name")
        expect(steps).to_have_text([name])
        expect(page.get_by_role("button", name="Sync now")).to_be_visible(timeout=30_000)
        expect(box(page, "Customers")).to_be_checked(checked=not scripts)


def test_a_company_without_sales_orders_keeps_their_settings(demo, page):
    page.goto(demo.sign_in_link)
    box(page, "Invoiced").check()
    save(page, "Added to “Orders to import”: Invoiced")
    connect(page, demo, "Norrlands Ventilation AB", "559012-3453")
    sync = page.get_by_role("button", name="Sync sales orders")
    for control in (sync, box(page, "Sales orders"), box(page, "Draft"), page.get_by_label("Type of work")):
        expect(control).to_be_disabled()
    for control in (sync, box(page, "Sales orders")):
        expect(control).to_have_accessible_description(re.compile("no sales orders in Visma eAccounting"))
    box(page, "Articles").uncheck()
    save(page, "Set “Articles” from on to off")
    expect(box(page, "Sales orders")).to_be_checked()
    expect(box(page, "Ongoing")).to_be_checked()
    expect(box(page, "Invoiced")).to_be_checked()


def test_every_state_of_the_settings_is_accessible(demo, browser):
    for page in new_page(browser):
        connect(page, demo, "Norrlands Ventilation AB", "559012-3453")
        check_accessibility(page, "settings-without-orders")
        # Choices that were read are offered for a minute; a new start knows none.
        page.goto("about:blank")
        demo.stop()
        demo.start()
        declare_fault(demo, {"fault": "status", "status": 503, "method": "GET", "path": "/openapi/8", "count": 100})
        page.goto(demo.sign_in_link)
        expect(page.get_by_role("textbox", name="Type of work")).to_have_accessible_description(
            re.compile("can’t be asked for its list")
        )
        check_accessibility(page, "settings-outsmart-silent")


def test_wrong_input_is_explained_beside_its_field(demo, browser):
    for page in new_page(browser):
        page.goto(demo.sign_in_link)
        box(page, "Ongoing").uncheck()
        page.get_by_label("Units of hours").fill("h, " + "x" * 51)
        with page.expect_response("**/settings") as refusal:
            page.get_by_role("button", name="Save settings").click()
        assert refusal.value.status == 422
        expect(page.get_by_role("alert")).to_contain_text("Nothing was saved")
        expect(page.get_by_label("Units of hours")).to_have_accessible_description(re.compile("at most 50 characters"))
        expect(box(page, "Draft")).to_have_accessible_description("Choose at least one.")
        check_accessibility(page, "settings-wrong")
