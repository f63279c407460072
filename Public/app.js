"use strict";

// Everything works without this file. With it, times stand in the reader's form and time zone,
// and the settings page shows a sync and its log entries as they come.

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

/** Keeps the page as the server last described it, and touches only what has changed. */
class Live {
  #address;
  #lastEntry;
  #shown = new Map();
  #pause = 1000;

  constructor(root) {
    const address = new URL(root.dataset.events, location.href);
    this.#lastEntry = address.searchParams.get("after");
    this.#address = address;
    for (const part of root.querySelectorAll("[id]")) this.#shown.set(part.id, part.innerHTML);
  }

  listen() {
    this.#address.searchParams.set("after", this.#lastEntry);
    const source = new EventSource(this.#address);
    source.onopen = () => { this.#pause = 1000; };
    source.addEventListener("parts", (event) => this.#showParts(event.data));
    source.addEventListener("log", (event) => this.#showEntry(event));
    source.onerror = () => {
      // The browser reconnects by itself after a lost connection, but not after a refusal.
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(() => this.listen(), this.#pause);
      this.#pause = Math.min(this.#pause * 2, 60000);
    };
  }

  #showParts(markup) {
    for (const fresh of [...parsed(markup).children]) {
      const part = document.getElementById(fresh.id);
      const content = fresh.innerHTML;
      if (!part || this.#shown.get(fresh.id) === content) continue;
      this.#shown.set(fresh.id, content);
      const hadFocus = part.contains(document.activeElement);
      part.replaceChildren(...fresh.childNodes);
      localizeTimes(part);
      if (hadFocus) part.querySelector("button")?.focus();
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

const root = document.querySelector("[data-events]");
const live = root && "EventSource" in window ? new Live(root) : null;
localizeTimes(document);
live?.listen();
