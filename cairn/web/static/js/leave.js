/** Leaves at once, and does not leave this page in the way back. Escape twice does the same. */
export class Leave extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
    document.addEventListener("keydown", this);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this);
  }

  handleEvent(event) {
    if (event.type === "keydown") {
      const twice = event.key === "Escape" && event.timeStamp - (this.last ?? -1e9) < 800;
      if (event.key === "Escape") this.last = event.timeStamp;
      if (!twice) return;
    }
    event.preventDefault();
    location.replace(this.querySelector("a").href);
  }
}
customElements.define("cairn-leave", Leave);
