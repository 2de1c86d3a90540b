/**
 * `<cairn-dialog><a href="…" data-opens>Open</a><dialog class="dialog">…</dialog></cairn-dialog>`
 * Without script the link leads to a page with the same content.
 */
export class Dialog extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
  }

  handleEvent(event) {
    const dialog = this.querySelector("dialog");
    if (event.target.closest("[data-opens]")) {
      event.preventDefault();
      dialog.showModal();
    } else if (event.target === dialog || event.target.closest("[data-closes-dialog]")) {
      event.preventDefault();
      dialog.close();
    }
  }
}
customElements.define("cairn-dialog", Dialog);
