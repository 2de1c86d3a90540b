/** A button that copies: `<cairn-copy from="#id" said="Copied"><button>Copy</button></cairn-copy>`; hidden without script. */
export class Copy extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.addEventListener("click", this);
  }

  async handleEvent(event) {
    const button = event.target.closest("button");
    if (!button) return;
    const source = document.querySelector(this.getAttribute("from"));
    await navigator.clipboard.writeText((source.value ?? source.innerText).trim());
    const before = button.textContent;
    button.textContent = this.getAttribute("said");
    setTimeout(() => { button.textContent = before; }, 2000);
  }
}
customElements.define("cairn-copy", Copy);
