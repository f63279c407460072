"use strict";

// Keeps what was changed in the settings form and not saved yet: a sync that is started meanwhile leaves the page as it
// is, and whatever else would leave the page asks first.

/** Whether a control is no longer as the server sent it. */
function isChanged(control) {
  if (control.type === "hidden") return false;
  if (control.options) {
    const first = [...control.options].findIndex((option) => option.defaultSelected);
    return control.selectedIndex !== Math.max(0, first);
  }
  if (control.type === "checkbox" || control.type === "radio") return control.checked !== control.defaultChecked;
  return "defaultValue" in control && control.value !== control.defaultValue;
}

/** Sends a button's form and shows the message of the page that comes back, without leaving this one. */
async function sendInPlace(event) {
  event.preventDefault();
  const { target, submitter } = event;
  // Read before it is switched off: a button that is says nothing.
  const body = new URLSearchParams(new FormData(target, submitter));
  if (submitter) submitter.disabled = true;
  try {
    // A button without an address of its own says that of the page.
    const address = submitter?.hasAttribute("formaction") ? submitter.formAction : target.action;
    const answer = await fetch(address, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const message = page.getElementById("message") ?? page.querySelector("main");
    document.getElementById("message").replaceChildren(...message.childNodes);
  } finally {
    if (submitter) submitter.disabled = false;
  }
}

function guard(form) {
  const note = document.getElementById("unsaved");
  document.getElementById("save-first")?.remove();
  let isLeaving = false;
  const isDirty = () => "typed" in note.dataset || [...form.elements].some(isChanged);
  const show = () => {
    const words = isDirty() ? note.dataset.words : "";
    if (note.textContent !== words) note.textContent = words;
  };
  document.addEventListener("input", show);
  document.addEventListener("submit", (event) => {
    if (event.target === form) isLeaving = true;
    else if (isDirty() && /\/(sync|cancel|confirm|retry)$/.test(event.target.action)) sendInPlace(event);
  });
  addEventListener("beforeunload", (event) => {
    if (!isLeaving && isDirty()) event.preventDefault();
  });
  addEventListener("pageshow", () => { isLeaving = false; show(); });
}

/** Fetches what a field suggests when someone comes to the field first. */
function suggest(list) {
  document.addEventListener("focusin", async function load({ target }) {
    if (target.getAttribute?.("list") !== list.id) return;
    document.removeEventListener("focusin", load);
    const answer = await fetch(list.dataset.options);
    if (answer.ok && !answer.redirected) list.innerHTML = await answer.text();
  });
}

/** Opens the part that a link leads to, when it is folded. */
function unfold() {
  const part = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  const details = part && part.closest("details");
  if (!details) return;
  details.open = true;
  details.querySelector("input:not([type=hidden]), textarea")?.focus();
}

const settings = document.getElementById("settings");
if (settings) guard(settings);
for (const list of document.querySelectorAll("datalist[data-options]")) suggest(list);
addEventListener("hashchange", unfold);
unfold();
