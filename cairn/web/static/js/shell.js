/** What every page can do: choices that send themselves, menus that close, faults that take the focus. */
import { remember } from "#js/theme.js";

function send(event) {
  const choice = event.target.closest?.("[data-sends]");
  if (!choice) return;
  if (choice.name === "theme") remember(choice.form);
  else choice.form.requestSubmit();
}

function closeOthers(event) {
  for (const menu of document.querySelectorAll("details[data-closes][open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
}

function closeOnEscape(event) {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("details[data-closes][open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
}

if (globalThis.document) {
  document.addEventListener("change", send);
  document.addEventListener("click", closeOthers);
  document.addEventListener("keydown", closeOnEscape);
  document.querySelector("[data-focus]")?.focus();
}
