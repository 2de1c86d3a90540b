/**
 * A table whose columns sort and whose rows filter, where the whole table is on the page.
 * `<cairn-table>`: `th[data-sort]` become buttons; `input[data-filters]` hides rows; `input[data-all]` ticks them.
 * Long tables sort and filter on the server instead; this never hides what a pager holds back.
 */
import { comparing, holds } from "#js/sorting.js";

export class Table extends HTMLElement {
  connectedCallback() {
    this.body = this.querySelector("tbody");
    for (const head of this.querySelectorAll("th[data-sort]")) this.prepare(head);
    this.addEventListener("click", this);
    this.addEventListener("input", this);
  }

  prepare(head) {
    if (head.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sheet__sort";
    button.append(...head.childNodes);
    head.append(button);
  }

  handleEvent(event) {
    const sort = event.type === "click" && event.target.closest(".sheet__sort");
    if (sort) this.sort(sort.closest("th"));
    else if (event.type === "input" && event.target.matches("[data-filters]")) this.filter(event.target.value);
    else if (event.type === "input" && event.target.matches("[data-all]")) this.tickAll(event.target.checked);
  }

  sort(head) {
    const downward = head.getAttribute("aria-sort") === "ascending";
    for (const other of this.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", downward ? "descending" : "ascending");
    const compare = comparing(document.documentElement.lang, downward);
    const key = (row) => { const cell = row.cells[head.cellIndex]; return cell.dataset.value ?? cell.textContent.trim(); };
    this.body.append(...[...this.body.rows].sort((a, b) => compare(key(a), key(b))));
  }

  filter(wanted) {
    let shown = 0;
    for (const row of this.body.rows) {
      row.hidden = !holds(row.textContent, wanted);
      shown += row.hidden ? 0 : 1;
    }
    const output = this.querySelector("output[data-shown]");
    if (output) output.value = shown;
  }

  tickAll(on) {
    for (const row of this.body.rows) {
      const box = row.querySelector("input[type=checkbox]");
      if (box && !row.hidden) box.checked = on;
    }
  }
}
customElements.define("cairn-table", Table);
