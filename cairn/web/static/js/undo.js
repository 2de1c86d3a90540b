/**
 * What can still be taken back: `<cairn-undo until="2026-11-24T10:10:00Z">` shows its form until that moment,
 * then the part marked `data-after`. It says until when; it does not count down.
 */
export class Undo extends (globalThis.HTMLElement ?? Object) {
  connectedCallback() {
    const left = remaining(this.getAttribute("until"), Date.now());
    this.timer = setTimeout(() => this.close(), left);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  close() {
    for (const part of this.querySelectorAll("form, [data-before]")) part.hidden = true;
    for (const part of this.querySelectorAll("[data-after]")) part.hidden = false;
  }
}

/** Milliseconds until a moment; never negative, never longer than a timer can count. */
export function remaining(until, now) {
  return Math.min(Math.max(Date.parse(until) - now, 0), 2 ** 31 - 1);
}

globalThis.customElements?.define("cairn-undo", Undo);
