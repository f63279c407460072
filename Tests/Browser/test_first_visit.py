"""The first visit, from the link to the end of the first sync, as different people take it."""

import re

import pytest
from conftest import check_accessibility, connect, new_page
from playwright.sync_api import expect

STEPS = [
    "Enter the licence", "Enter the OutSmart token", "Connect Visma eAccounting", "Confirm the company",
    "Choose what to import", "Choose since when to export", "Start the first sync",
]


def expect_next(page, step, done):
    expect(page.locator("#guide [aria-current=step] h3")).to_have_text(step)
    expect(page.locator("#guide")).to_contain_text(f"{done} of 7 done")


@pytest.mark.parametrize("width", [1280, 375])
def test_the_guide_leads_to_the_first_sync(demo, page, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(demo.sign_in_link)
    expect(page.locator("#guide li")).to_have_count(len(STEPS))
    expect_next(page, STEPS[2], 2)
    page.get_by_role("link", name="Go to Connect").click()
    connect(page, demo)
    expect_next(page, STEPS[3], 3)
    expect(page.locator("#guide")).to_contain_text("Eriksson Rör & El AB Registration number 556677-8899")
    page.get_by_role("button", name="Yes").click()
    expect_next(page, STEPS[4], 4)
    page.get_by_role("link", name="Go to Import").click()
    page.get_by_role("checkbox", name="Projects", exact=True).uncheck()
    page.get_by_role("button", name="Save settings").click()
    expect(page.get_by_role("status").filter(has_text="Set “Projects” from on to off")).to_be_visible()
    expect_next(page, STEPS[5], 5)
    page.get_by_role("button", name="The day is right").click()
    expect_next(page, STEPS[6], 6)
    page.get_by_role("button", name="Sync now").click()
    expect(page.locator("#run-state")).to_contain_text("Last sync finished", timeout=60_000)
    page.reload()
    expect(page.locator("#guide")).to_have_count(0)


def press_to(page, name, key="Enter"):
    """Goes to a control with the Tab key alone, sees that its focus can be seen, and presses a key there."""
    for _ in range(150):
        page.keyboard.press("Tab")
        here = page.evaluate(
            """() => {
                const element = document.activeElement;
                const label = element.labels?.[0] ?? element;
                const style = getComputedStyle(element);
                return [label.innerText.trim(), style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0];
            }"""
        )
        if here[0] == name:
            assert here[1] or "/connect/" in page.url, f"the focus on {name} can't be seen"
            if key:
                page.keyboard.press(key)
            return
    raise AssertionError(f"Tab does not lead to {name}")


def test_the_keyboard_is_enough(demo, page):
    page.goto(demo.sign_in_link)
    press_to(page, "Skip to the content")
    press_to(page, "Go to Connect")
    press_to(page, "Connect")
    page.wait_for_url("**/connect/authorize**")
    press_to(page, "Eriksson Rör & El AB", key=None)
    press_to(page, "Approve")
    expect_next(page, STEPS[3], 3)
    press_to(page, "Yes")
    expect_next(page, STEPS[4], 4)
    press_to(page, "The lists are right")
    expect_next(page, STEPS[5], 5)
    press_to(page, "The day is right")
    expect_next(page, STEPS[6], 6)
    press_to(page, "Go to Sync now")
    press_to(page, "Sync now")
    expect(page.locator("#run-state")).to_contain_text("Last sync finished", timeout=60_000)


def test_the_wrong_company_can_be_exchanged(demo, page):
    connect(page, demo, "Norrlands Ventilation AB", "559012-3453")
    page.get_by_role("button", name="No, disconnect").click()
    expect(page.get_by_text("choose the right company")).to_be_visible()
    connect(page, demo)
    page.get_by_role("button", name="Yes").click()
    expect_next(page, STEPS[4], 4)


def test_a_licence_and_a_token_are_checked(demo, page):
    page.goto(demo.sign_in_link)
    page.get_by_text("Replace the licence").click()
    page.get_by_label("Licence", exact=True).fill("no licence at all")
    page.get_by_role("button", name="Save the licence").click()
    expect(page.get_by_role("alert")).to_contain_text("This is no licence for this account.")
    expect(page.get_by_label("Licence", exact=True)).to_have_value("")
    page.get_by_text("Replace the OutSmart token").click()
    page.get_by_label("OutSmart token", exact=True).fill("wrong")
    page.get_by_role("button", name="Check and save the token").click()
    expect(page.get_by_label("OutSmart token", exact=True)).to_have_accessible_description(
        re.compile("Check the OutSmart token of this account")
    )
    page.get_by_label("OutSmart token", exact=True).fill("sandbox-token-eriksson")
    page.get_by_role("button", name="Check and save the token").click()
    expect(page.get_by_role("status").filter(has_text="OutSmart accepted the token")).to_be_visible()
    assert "sandbox-token" not in page.content()


def test_every_step_is_accessible(demo, browser):
    for page in new_page(browser):
        page.goto(demo.sign_in_link)
        check_accessibility(page, "first-connect")
        page.goto(f"{demo.url}/help")
        check_accessibility(page, "help")
        page.goto(f"{demo.url}/accounts/demo")
        connect(page, demo)
        check_accessibility(page, "first-company")
        page.get_by_role("button", name="Yes").click()
        check_accessibility(page, "first-imports")
        page.get_by_text("Replace the OutSmart token").click()
        page.get_by_label("OutSmart token", exact=True).fill("wrong")
        page.get_by_role("button", name="Check and save the token").click()
        check_accessibility(page, "token-refused")
        page.get_by_role("button", name="The lists are right").click()
        page.get_by_role("button", name="The day is right").click()
        check_accessibility(page, "first-sync")
