/**
 * Fills in the code that a letter's button brings behind "#": `<cairn-code><input></cairn-code>`. It does not send:
 * whoever reads the page decides. The code leaves the address bar, so that no bookmark or screenshot keeps it.
 */
export class Code extends (globalThis.HTMLElement ?? Object) {
  connectedCallback() {
    addEventListener("hashchange", this);
    this.handleEvent();
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this);
  }

  handleEvent() {
    const code = codeIn(location.hash);
    const field = this.querySelector("input[name='code']");
    if (!code || !field) return;
    field.value = code;
    history.replaceState(history.state, "", location.pathname + location.search);
    this.closest("form").querySelector("button").focus();
  }
}

/** The code in what stands behind "#"; empty where there is none, or something that no code looks like. */
export function codeIn(hash) {
  const code = new URLSearchParams(hash.replace(/^#/, "")).get("code") ?? "";
  return /^[A-Za-z0-9-]{4,32}$/.test(code) ? code : "";
}

globalThis.customElements?.define("cairn-code", Code);
