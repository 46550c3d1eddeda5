// Keys for the review queue. Every answer is a form on the page, so nothing here is needed to review by mouse.
"use strict";

(() => {
  const cards = [...document.querySelectorAll(".review-card")];
  for (const hint of document.querySelectorAll("[data-script]")) hint.hidden = false;
  // -1: at none yet; a page that is opened anew stands at its top, so that what it is for can be read
  let at = cards.findIndex((card) => "#" + card.id === location.hash);

  function go(to) {
    if (!cards.length) return;
    at = Math.min(Math.max(to, 0), cards.length - 1);
    cards[at].focus({ preventScroll: true });
    cards[at].scrollIntoView({ block: "start" });
  }

  function press(selector) {
    const button = cards[at]?.querySelector(selector);
    if (button) button.click();
  }

  document.addEventListener("focusin", (event) => {
    const card = event.target.closest?.(".review-card");
    if (card) at = cards.indexOf(card);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const inField = event.target.closest("input, textarea, select");
    if (event.key === "Escape" && inField) {
      const details = inField.closest("details");
      if (details) {
        details.open = false;
        cards[at]?.focus();
      }
      return;
    }
    if (inField) return;
    if (event.key === "j") go(at + 1);
    else if (event.key === "k") go(at - 1);
    else if (event.key === "u") document.querySelector(".review-undo button")?.click();
    else if (event.key === "e") {
      if (at < 0) go(0);
      const details = cards[at]?.querySelector("details");
      if (!details) return;
      details.open = true;
      details.querySelector("textarea, input:not([type=hidden]), select")?.focus();
    } else if (event.key === "Enter" && event.target === cards[at]) press(".review-accept");
    else return;
    event.preventDefault();
  });

  // an answer is sent once, however often the key is struck
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "yes";
  });

  addEventListener("pageshow", () => {
    for (const form of document.forms) delete form.dataset.sent;
  });

  const invalid = document.querySelector("[aria-invalid]");
  if (invalid) {
    invalid.closest(".review-card").scrollIntoView({ block: "start" });
    invalid.focus({ preventScroll: true });
    invalid.select?.();
  } else if (at >= 0) go(at);
})();
