// Pointing at a fact lights its words on the page and in the text; pointing at the page shows the fact.
// Without this script the same links lead from fact to place and back.
"use strict";
(() => {
  const memo = document.querySelector(".memo");
  if (!memo) return;
  const panel = document.getElementById("uppgifter");
  const byKey = new Map();
  const add = (key, element) => {
    if (!byKey.has(key)) byKey.set(key, []);
    byKey.get(key).push(element);
  };
  for (const element of memo.querySelectorAll("[data-key]")) add(element.dataset.key, element);
  for (const element of memo.querySelectorAll("[data-keys]")) {
    for (const key of element.dataset.keys.split(" ")) add(key, element);
  }

  let lit = [];
  const light = (keys) => {
    for (const element of lit) element.classList.remove("lit");
    lit = keys.flatMap((key) => byKey.get(key) || []);
    for (const element of lit) element.classList.add("lit");
  };
  const keysOf = (target) => {
    const element = target.closest && target.closest("[data-key], [data-keys]");
    if (!element || !memo.contains(element)) return [];
    if (element.dataset.key) return [element.dataset.key];
    return element.dataset.keys.split(" ").slice(-1); // the innermost
  };
  const isFact = (element) => panel.contains(element);
  const factOf = (key) => (byKey.get(key) || []).find(isFact);
  const spotOf = (key) => (byKey.get(key) || []).find((element) => !isFact(element));
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

  const open = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
    }
  };
  const inPanel = (element) => {
    // only the panel scrolls, where it has a height of its own; the page stays under the pointer
    if (panel.scrollHeight <= panel.clientHeight + 4) return;
    const outer = panel.getBoundingClientRect();
    const inner = element.getBoundingClientRect();
    if (inner.top < outer.top + 8 || inner.bottom > outer.bottom - 8) {
      panel.scrollBy({ top: inner.top - outer.top - outer.height / 3, behavior: calm });
    }
  };

  const note = document.createElement("p");
  note.className = "pointed";
  note.hidden = true;
  note.setAttribute("aria-hidden", "true");
  document.body.append(note);
  const say = (key, x, y) => {
    const fact = factOf(key);
    if (!fact) return;
    const copy = fact.cloneNode(true);
    for (const extra of copy.querySelectorAll(".tool, .unseen, .nr")) extra.remove();
    const parts = [...copy.querySelectorAll(".place, .detail, .bits > li")].map((part) => part.textContent.replace(/\s+/g, " ").trim());
    const title = fact.closest(".group") && fact.closest(".group").querySelector("h2");
    note.textContent = "";
    const head = document.createElement("strong");
    head.textContent = title ? title.textContent : "";
    const rest = document.createElement("span");
    const party = fact.closest(".fact");
    const name = party && party.querySelector(":scope > .name");
    rest.textContent = [name && name.textContent, ...parts].filter(Boolean).join(" · ");
    note.append(head, rest);
    note.hidden = false;
    const wide = note.offsetWidth, high = note.offsetHeight;
    note.style.left = `${Math.max(8, Math.min(x + 14, innerWidth - wide - 8))}px`;
    note.style.top = `${y + 22 + high > innerHeight ? Math.max(8, y - high - 14) : y + 22}px`;
  };

  memo.addEventListener("pointerover", (event) => {
    const keys = keysOf(event.target);
    light(keys);
    if (!keys.length || event.pointerType === "touch") { note.hidden = true; return; }
    if (isFact(event.target)) { note.hidden = true; return; }
    say(keys[0], event.clientX, event.clientY);
    const fact = factOf(keys[0]);
    if (fact && fact.offsetParent) inPanel(fact);
  });
  memo.addEventListener("pointerleave", () => { light([]); note.hidden = true; });
  memo.addEventListener("focusin", (event) => { light(keysOf(event.target)); note.hidden = true; });
  addEventListener("scroll", () => { note.hidden = true; }, { passive: true });
  addEventListener("keydown", (event) => { if (event.key === "Escape") { note.hidden = true; light([]); } });

  // A citation leads to the decision's place among the facts; here its place on the page is shown too
  const show = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const key = target.dataset.key || (target.id.match(/^(?:plats|ord)-(.+)$/) || [])[1];
    if (!key) return;
    open(target);
    light([key]);
    const fact = factOf(key), spot = spotOf(key);
    if (fact) { open(fact); inPanel(fact); }
    if (spot) {
      const box = spot.getBoundingClientRect();
      if (box.top < 90 || box.bottom > innerHeight - 40) {
        if (target !== fact || matchMedia("(min-width: 62rem)").matches) {
          spot.scrollIntoView({ block: "center", behavior: "auto" });
        }
      }
    }
  };
  addEventListener("hashchange", show);
  show();
})();
