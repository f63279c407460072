"""From the demo to a failed export that is understood, corrected in the sandbox and tried again, by clicking only."""

import re

from conftest import check_accessibility, connect, new_page
from playwright.sync_api import expect
from test_export import wish_all


def export_everything(page):
    """Exports what the sample company has, whenever it was done."""
    wish_all(page)
    page.get_by_role("button", name="Export work orders").click()
    expect(page.locator("#run-state")).to_contain_text("with failed records", timeout=180_000)


def failed_numbers(page):
    return [name.strip() for name in page.locator(".export.failed .name").all_inner_texts()]


def test_a_failed_export_is_understood_corrected_and_retried(demo, page):
    connect(page, demo)
    export_everything(page)

    # Which ones failed, and why.
    page.get_by_role("link", name=re.compile("^Failed")).first.click()
    expect(page).to_have_url(re.compile(r"/exports\?state=failed"))
    row = page.locator(".export", has_text="ZERO_QUANTITY").first
    expect(row).to_contain_text("Enter the quantity on the work order in OutSmart")
    number = row.locator(".name").inner_text()

    # From the list to the log and back.
    row.get_by_role("link", name="In the log").click()
    expect(page).to_have_url(re.compile("/log\\?record="))
    entry = page.locator(".entry.error").first
    entry.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(entry.get_by_text("ZERO_QUANTITY")).to_be_visible()
    entry.get_by_role("link", name="This work order among the exports").click()
    expect(page.locator(".export .name")).to_have_text([number])

    # Corrected on the sandbox's page, where OutSmart's user would.
    office = page.context.new_page()
    office.goto(demo.sandbox)
    office.get_by_role("link", name="Work orders").first.click()
    office.get_by_role("link", name=re.compile(r"^99 \(")).click()
    office.get_by_role("row", name=re.compile(number)).get_by_role("link").click()
    expect(office.get_by_role("heading", level=1)).to_contain_text(number)
    quantity = office.get_by_label("MaterialNr").first
    expect(quantity).to_have_value(re.compile("^0"))
    quantity.fill("2")
    office.get_by_role("button", name="Save Materials").click()
    expect(office.get_by_label("MaterialNr").first).to_have_value("2")
    office.close()

    page.get_by_role("button", name=f"Retry work order {number}").click()
    expect(page.get_by_role("status").filter(has_text="will be tried again")).to_be_visible()
    expect(page.locator(".export")).to_contain_text("Done · Invoice draft", timeout=60_000)
    expect(page.locator(".export")).not_to_contain_text("ZERO_QUANTITY")


def test_an_empty_work_order_gets_a_material_with_one_click(demo, page):
    connect(page, demo)
    export_everything(page)
    page.get_by_role("link", name=re.compile("^Failed")).first.click()
    number = page.locator(".export", has_text="EMPTY_WORK_ORDER").first.locator(".name").inner_text()
    office = page.context.new_page()
    office.goto(demo.sandbox)
    office.get_by_role("link", name="Work orders").first.click()
    office.get_by_role("link", name=re.compile(r"^99 \(")).click()
    office.get_by_role("row", name=re.compile(number)).get_by_role("link").click()
    # OutSmart has no material yet: the import would bring some.
    office.get_by_role("group", name="New work period").get_by_label("HourType").fill("ARB002")
    office.get_by_role("button", name="Add work period").click()
    expect(office.get_by_role("group", name="Work period 1")).to_be_visible()
    office.close()
    page.get_by_role("button", name=f"Retry work order {number}").click()
    page.get_by_role("link", name=re.compile("^All")).click()
    done = page.locator(".export", has_text=number)
    expect(done).to_contain_text("Done · Invoice draft", timeout=60_000)


def test_the_sandbox_page_is_accessible(demo, browser):
    for page in new_page(browser):
        page.goto(demo.sandbox)
        check_accessibility(page, "sandbox")
        page.goto(f"{demo.sandbox}/tables/outsmart/eriksson/workorders/row?key=160202")
        check_accessibility(page, "sandbox-work-order")
