"""What was typed is never lost, whoever comes in between."""

import re

from conftest import check_accessibility, connect, new_page
from playwright.sync_api import expect


def box(page, name):
    return page.get_by_role("checkbox", name=name, exact=True)


def save(page):
    page.get_by_role("button", name="Save settings").click()


def test_a_change_in_another_tab_is_shown_and_not_overwritten(demo, page):
    page.goto(demo.sign_in_link)
    other = page.context.new_page()
    other.goto(page.url)
    box(other, "Articles").uncheck()
    save(other)
    expect(other.get_by_role("status").filter(has_text="Set “Articles” from on to off")).to_be_visible()
    box(page, "Projects").uncheck()
    save(page)
    expect(page.get_by_role("alert")).to_contain_text("someone else changed these settings")
    expect(page.get_by_role("alert")).to_contain_text("Set “Articles” from on to off")
    expect(box(page, "Projects")).not_to_be_checked()
    expect(box(page, "Articles")).not_to_be_checked()
    save(page)
    expect(page.get_by_role("status").filter(has_text="Set “Projects” from on to off")).to_be_visible()


def test_a_form_survives_the_end_of_its_session(demo, page):
    page.goto(demo.sign_in_link)
    box(page, "Projects").uncheck()
    page.get_by_label("Changed since").fill("2025-02-28")
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_role("button", name="Sign out").click()
    expect(other.get_by_role("button", name="Sign in")).to_be_visible()
    save(page)
    expect(page.get_by_text("They are kept: sign in")).to_be_visible()
    page.get_by_label("Operator token").fill(demo.operator_token)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("What you typed is here again")).to_be_visible()
    expect(box(page, "Projects")).not_to_be_checked()
    expect(page.get_by_label("Changed since")).to_have_value("2025-02-28")
    save(page)
    expect(page.get_by_role("status").filter(has_text="Set “Projects” from on to off")).to_be_visible()


def test_a_sync_leaves_what_is_not_saved(demo, browser):
    for page in new_page(browser):
        connect(page, demo)
        box(page, "Inactive ones, too").check()
        expect(page.locator("#unsaved")).to_have_text("Not saved yet")
        page.get_by_role("button", name="Sync projects").click()
        expect(page.locator("#run-state")).to_contain_text("Last sync finished", timeout=30_000)
        expect(box(page, "Inactive ones, too")).to_be_checked()
        expect(page.locator("#unsaved")).to_have_text("Not saved yet")
        asked = []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
        page.get_by_role("link", name="Preview").click(no_wait_after=True)
        expect(box(page, "Inactive ones, too")).to_be_checked()
        assert asked == ["beforeunload"]
        save(page)
        expect(page.get_by_role("status").filter(has_text="Set “Inactive ones, too” from off to on")).to_be_visible()
        expect(page.locator("#unsaved")).to_have_text("")


def test_without_scripts_the_page_says_to_save_first(demo, browser):
    for page in new_page(browser, java_script_enabled=False):
        page.goto(demo.sign_in_link)
        expect(page.get_by_text("Save before you press another button")).to_be_visible()


def test_articles_are_suggested_when_someone_comes_to_their_field(demo, browser):
    for page in new_page(browser):
        connect(page, demo)
        with page.expect_response("**/articles"):
            page.get_by_label("Article for travel").focus()
        expect(page.locator("datalist option")).not_to_have_count(0)


def test_the_conflict_and_the_summary_of_faults_are_accessible(demo, browser):
    for page in new_page(browser):
        page.goto(demo.sign_in_link)
        other = page.context.new_page()
        other.goto(page.url)
        other.get_by_label("Units of hours").fill("h, tim")
        save(other)
        box(page, "Projects").uncheck()
        with page.expect_response(re.compile("/settings$")) as refusal:
            save(page)
        assert refusal.value.status == 409
        check_accessibility(page, "settings-conflict")
        page.get_by_label("Units of hours").fill("h, " + "x" * 51)
        save(page)
        link = page.get_by_role("alert").get_by_role("link", name=re.compile("Units of hours"))
        link.click()
        expect(page).to_have_url(re.compile("#field-import-hourUnits$"))
        check_accessibility(page, "settings-fault")
