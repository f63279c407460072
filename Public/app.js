"use strict";

// Everything works without this file. With it, times stand in the reader's form and time zone,
// and open pages show a sync, its log entries and its exports as they come.

/** How the page's language is written in the countries that it is for. */
const locale = { en: "en-GB", pt: "pt-PT" }[document.documentElement.lang] ?? document.documentElement.lang;
const moment = {
  day: locale === "en-GB" ? "numeric" : "2-digit", month: locale === "en-GB" ? "short" : "2-digit", year: "numeric",
  hour: "2-digit", minute: "2-digit",
};

/** Shows times as the reader writes them. */
function localizeTimes(root) {
  for (const time of root.querySelectorAll("time[datetime]")) {
    const date = new Date(time.dateTime);
    if (Number.isNaN(date.getTime())) continue;
    const isToday = date.toDateString() === new Date().toDateString();
    time.textContent = isToday
      ? date.toLocaleTimeString(locale, { timeStyle: "medium" })
      : date.toLocaleString(locale, moment);
    time.title = date.toLocaleString(locale, { dateStyle: "full", timeStyle: "long" });
  }
}

/** Parses markup that this site has made. */
function parsed(markup) {
  const template = document.createElement("template");
  template.innerHTML = markup;
  return template.content;
}

/** Makes a part of the page equal to a fresh one; what is equal already, open or has the focus stays as it is. */
function renew(part, fresh) {
  if (part.isEqualNode(fresh)) return;
  const isSame = part.nodeType === Node.ELEMENT_NODE && part.nodeName === fresh.nodeName && part.id === fresh.id;
  if (!isSame) {
    part.replaceWith(fresh);
    return;
  }
  for (const { name } of [...part.attributes]) {
    if (name !== "open" && !fresh.hasAttribute(name)) part.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (part.getAttribute(name) !== value) part.setAttribute(name, value);
  }
  renewChildren(part, fresh);
}

function renewChildren(part, fresh) {
  const known = new Map([...part.children].filter((child) => child.id).map((child) => [child.id, child]));
  let place = part.firstChild;
  for (const child of [...fresh.childNodes]) {
    const twin = child.id ? known.get(child.id) : place?.id ? null : place;
    if (!twin) {
      part.insertBefore(child, place);
    } else {
      if (twin === place) place = place.nextSibling;
      else part.insertBefore(twin, place);
      renew(twin, child);
    }
  }
  while (place) {
    const next = place.nextSibling;
    place.remove();
    place = next;
  }
}

/**
 * Keeps the page as the server last described it, and touches only what has changed.
 *
 * A page that nobody sees does not listen: a browser has six connections to a server, and each listener takes one.
 */
class Live {
  #address;
  #lastEntry;
  #source = null;
  #pause = 1000;
  #retry = 0;
  #heard = Date.now();
  #lost = document.getElementById("live-lost");

  constructor(root) {
    this.#address = new URL(root.dataset.events, location.href);
    this.#lastEntry = this.#address.searchParams.get("after");
    document.addEventListener("visibilitychange", () => this.#follow());
    addEventListener("pageshow", () => this.#follow());
    addEventListener("pagehide", () => this.#stop());
    addEventListener("online", () => this.#listen());
    setInterval(() => this.#watch(), 5000);
    this.#follow();
  }

  #follow() {
    if (document.visibilityState === "hidden") this.#stop();
    else if (!this.#source) this.#listen();
  }

  #stop() {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }

  #listen() {
    this.#stop();
    this.#heard = Date.now();
    if (this.#lastEntry !== null) this.#address.searchParams.set("after", this.#lastEntry);
    const source = new EventSource(this.#address);
    this.#source = source;
    const hear = (act) => (event) => {
      this.#heard = Date.now();
      this.#tell("");
      act?.(event);
    };
    source.onopen = hear(() => { this.#pause = 1000; });
    source.addEventListener("alive", hear());
    source.addEventListener("parts", hear((event) => this.#showParts(event.data)));
    source.addEventListener("log", hear((event) => this.#showEntry(event)));
    source.onerror = () => {
      // The browser reconnects by itself after a lost connection, but not after a refusal.
      if (source.readyState !== EventSource.CLOSED || source !== this.#source) return;
      clearTimeout(this.#retry);
      // Many pages that lost the same server shall not come back together.
      this.#retry = setTimeout(() => this.#listen(), this.#pause * (0.5 + Math.random() / 2));
      this.#pause = Math.min(this.#pause * 2, 60000);
    };
  }

  /** Says that nothing was heard for long, and listens anew: after sleep a connection may be dead without a word. */
  #watch() {
    const silence = Date.now() - this.#heard;
    if (document.visibilityState === "hidden" || silence < 10000) return;
    const isConnected = this.#source?.readyState === EventSource.OPEN;
    if (isConnected && silence < 40000) return;
    this.#tell(this.#lost?.dataset.text ?? "");
    if (isConnected) this.#listen();
  }

  #tell(text) {
    if (this.#lost && this.#lost.textContent !== text) this.#lost.textContent = text;
  }

  #showParts(markup) {
    for (const fresh of [...parsed(markup).children]) {
      const part = document.getElementById(fresh.id);
      if (!part) continue;
      const hadFocus = part.contains(document.activeElement);
      localizeTimes(fresh);
      renewChildren(part, fresh);
      if (hadFocus && !part.contains(document.activeElement)) part.querySelector("button, a")?.focus();
    }
  }

  #showEntry(event) {
    this.#lastEntry = event.lastEventId;
    const list = document.getElementById("log");
    const entry = parsed(event.data).firstElementChild;
    if (!list || !("live" in list.dataset) || !entry || document.getElementById(entry.id)) return;
    document.getElementById("log-empty")?.remove();
    localizeTimes(entry);
    list.prepend(entry);
    while (list.children.length > 200) list.lastElementChild.remove();
  }
}

localizeTimes(document);
const root = document.querySelector("[data-events]");
if (root && "EventSource" in window) new Live(root);
