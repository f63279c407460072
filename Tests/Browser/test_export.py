"""The export of work orders, from the settings to the list, by clicking."""

import json
import re
import urllib.request

from conftest import check_accessibility, connect, new_page
from playwright.sync_api import expect


def rows(demo, table):
    with urllib.request.urlopen(f"{demo.sandbox}/sandbox/{table}") as answer:
        return json.load(answer)


def change(demo, table, key, patch):
    """Changes a record as a user of the vendor's program would."""
    request = urllib.request.Request(
        f"{demo.sandbox}/sandbox/{table}/{key}",
        json.dumps(patch).encode(),
        {"Content-Type": "application/json"},
    )
    urllib.request.urlopen(request).close()


def leave_only(demo, *numbers):
    """Archives every other work order, so that little is exported."""
    for order in rows(demo, "outsmart/workorders"):
        if order["OrderNr"] not in numbers:
            change(demo, "outsmart/workorders", order["id"], {"Archived": "1"})


def wish_all(page):
    """Lets everything be exported, whenever it was done, and only when someone presses the button."""
    page.get_by_label("Done since").fill("2020-01-01")
    page.get_by_role("checkbox", name="Sync by itself").uncheck()
    page.get_by_role("button", name="Save settings").click()
    expect(page.get_by_role("status").filter(has_text="Set “Sync by itself” from on to off")).to_be_visible()


def numbers(demo):
    """The work orders of the sample that can be exported first and that cannot."""
    orders = {order["id"]: order["OrderNr"] for order in rows(demo, "outsmart/workorders")}
    return orders["160001"], orders["160201"]


def test_work_orders_become_drafts_and_a_poisoned_one_is_explained(demo, page):
    connect(page, demo)
    good, poisoned = numbers(demo)
    leave_only(demo, good, poisoned)
    wish_all(page)
    expect(page.locator("#export-waiting")).to_contain_text("2 completed work orders wait to be exported")

    page.get_by_role("link", name="Preview").click()
    expect(page.get_by_text("1 of 2 work orders can’t be exported yet.")).to_be_visible()
    expect(page.get_by_role("table", name=f"Rows, {good}")).to_contain_text(f"Work order {good}")
    page.get_by_text("As it is sent").first.click()
    expect(page.get_by_text('"BuyersOrderReference"').first).to_be_visible()
    assert rows(demo, "visma/customerinvoicedrafts") == []
    page.get_by_role("link", name="Back to the settings").click()

    page.get_by_role("button", name="Export work orders").click()
    entries = page.locator("#exports li")
    expect(entries).to_have_count(2, timeout=30_000)
    expect(entries.filter(has_text=good)).to_contain_text("Done · Invoice draft", timeout=30_000)
    failed = entries.filter(has_text=poisoned)
    expect(failed).to_contain_text("EMPTY_WORK_ORDER", timeout=30_000)
    expect(failed).to_contain_text("Add a material or a work period")
    expect(page.locator("#export-waiting")).to_have_text("")
    assert [draft["BuyersOrderReference"] for draft in rows(demo, "visma/customerinvoicedrafts")] == [f"WO-{good}"]

    material = rows(demo, "outsmart/workorders")[0]["Materials"]
    change(demo, "outsmart/workorders", "160201", {"Materials": material})
    expect(page.get_by_role("button", name="Sync now")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name=f"Retry work order {poisoned}").click()
    expect(entries.filter(has_text=poisoned)).to_contain_text("Done · Invoice draft", timeout=30_000)
    expect(page.get_by_role("link", name="Done 2")).to_be_visible()
    assert len(rows(demo, "visma/customerinvoicedrafts")) == 2


def test_the_list_shows_all_by_state(demo, browser):
    for page in new_page(browser):
        connect(page, demo)
        wish_all(page)
        check_accessibility(page, "export-waiting")
        page.get_by_role("button", name="Export work orders").click()
        expect(page.locator("#run-state")).to_contain_text("with failed records", timeout=120_000)
        check_accessibility(page, "export-done")
        page.get_by_role("link", name=re.compile("^All 158")).click()
        expect(page.locator(".export")).to_have_count(50)
        page.get_by_role("link", name="Older ones").click()
        expect(page.locator(".export")).to_have_count(50)
        page.get_by_role("link", name=re.compile("^Failed")).click()
        expect(page.locator(".export").first).to_contain_text("Failed")
        expect(page.get_by_role("link", name=re.compile("^Failed"))).to_have_attribute("aria-current", "page")
        check_accessibility(page, "exports-failed")
        # From here, Retry comes back to here.
        page.get_by_role("button", name=re.compile("Retry work order")).first.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status").filter(has_text="will be tried again")).to_be_visible()
        expect(page).to_have_url(re.compile(r"/exports\?state=failed$"))


def test_the_preview_is_accessible(demo, browser):
    for page in new_page(browser):
        connect(page, demo)
        # Some of each kind: the check takes its time with every row.
        kept = [order["OrderNr"] for order in rows(demo, "outsmart/workorders") if order["id"] < "160009" or order["id"] > "160200"]
        leave_only(demo, *kept)
        wish_all(page)
        page.get_by_role("link", name="Preview").click()
        expect(page.get_by_text("work orders can’t be exported yet.")).to_be_visible(timeout=30_000)
        expect(page.get_by_role("table").first).to_be_visible()
        check_accessibility(page, "export-preview")


def test_a_company_without_sales_orders_gets_invoice_drafts(demo, page):
    connect(page, demo, "Norrlands Ventilation AB", "559012-3453")
    order = page.get_by_role("radio", name="Sales order")
    expect(order).to_be_disabled()
    expect(order).to_have_accessible_description(re.compile("no sales orders in Visma eAccounting"))
    expect(page.get_by_role("radio", name="Invoice draft")).to_be_checked()
    expect(page.get_by_label("Work orders that came from a sales order")).to_be_disabled()


def test_export_settings_are_kept(demo, page):
    connect(page, demo)
    page.get_by_role("radio", name="Sales order").check()
    page.get_by_label("Hours", exact=True).select_option("Rounded to 15 minutes")
    page.get_by_label("Always round up").check()
    page.get_by_label("Terms of payment of new customers").select_option(index=1)
    article = rows(demo, "visma/articles")[0]
    page.get_by_label("Article for travel").fill(article["Number"])
    page.get_by_role("button", name="Save settings").click()
    expect(page.get_by_role("status").filter(has_text="Set “A work order becomes” from Invoice draft to Sales order")).to_be_visible()
    expect(page.get_by_role("radio", name="Sales order")).to_be_checked()
    expect(page.get_by_label("Hours", exact=True)).to_have_value("15")
    expect(page.get_by_label("Always round up")).to_be_checked()
    expect(page.get_by_label("Article for travel")).to_have_accessible_description(re.compile(re.escape(article["Name"])))
