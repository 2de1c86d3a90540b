/**
 * A long job: `<cairn-progress src="/state/">…</cairn-progress>` asks for its fragment and shows it.
 * When the fragment says `data-done="/where/"` the page goes there; `data-done=""` just stops the asking.
 */
const FIRST = 700;
const SLOWEST = 4000;

export class Progress extends (globalThis.HTMLElement ?? Object) {
  connectedCallback() {
    this.wait = FIRST;
    this.later();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), this.wait);
    this.wait = pause(this.wait);
  }

  async ask() {
    if (document.hidden) return this.later();
    try {
      const answer = await fetch(this.getAttribute("src"), { headers: { "HX-Request": "true" } });
      if (answer.ok) this.show(await answer.text());
    } catch {
      // Off the net for a moment: the job goes on without us, so keep asking.
    }
    const done = this.querySelector("[data-done]");
    if (!done) return this.later();
    if (done.dataset.done) location.assign(done.dataset.done);
    return undefined;
  }

  show(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const fresh = page.querySelector("cairn-progress") ?? page.body;
    if (fresh.innerHTML.trim() !== this.innerHTML.trim()) this.replaceChildren(...fresh.childNodes);
  }
}

/** Each pause a little longer than the last. */
export function pause(wait) {
  return Math.min(Math.round(wait * 1.25), SLOWEST);
}

globalThis.customElements?.define("cairn-progress", Progress);
