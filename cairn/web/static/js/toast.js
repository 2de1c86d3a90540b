/** A line about what just happened. It leaves by itself, but never while somebody reads, points or tabs into it. */
const STAYS = 9000;
const STAYS_WITH_UNDO = 20000;

export class Toast extends HTMLElement {
  connectedCallback() {
    for (const name of ["pointerenter", "pointerleave", "focusin", "focusout", "keydown"]) this.addEventListener(name, this);
    this.wait();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  handleEvent(event) {
    if (event.type === "keydown") {
      if (event.key === "Escape") this.remove();
    } else if (event.type === "pointerenter" || event.type === "focusin") clearTimeout(this.timer);
    else this.wait();
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.remove(), this.querySelector("form, a, button") ? STAYS_WITH_UNDO : STAYS);
  }
}
customElements.define("cairn-toast", Toast);
