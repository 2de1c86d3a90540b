/** A slider that says its value. Without script the form still sends it. */
export class Slider extends HTMLElement {
  connectedCallback() {
    this.addEventListener("input", this);
    this.say();
  }

  handleEvent() {
    this.say();
  }

  say() {
    const input = this.querySelector("input[type=range]");
    const output = this.querySelector("output");
    if (input && output) output.value = this.words(input.value);
  }

  /** Words for a value, when the page gives some: `words="not at all|a little|much"`. */
  words(value) {
    const said = this.getAttribute("words")?.split("|");
    return said?.[Number(value)] ?? value;
  }
}
customElements.define("cairn-slider", Slider);
