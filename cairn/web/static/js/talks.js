/** The list of threads: it looks again when the bell rings, and now and then where it cannot hear it. */
import { Live } from "#js/live.js";

const LOOKS = 20_000;

export class Talks extends (globalThis.HTMLElement ?? Object) {
  connectedCallback() {
    this.live = new Live();
    this.live.addEventListener("ring", this);
    this.timer = setInterval(() => this.live.on || this.look(), LOOKS);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    this.live.close();
  }

  handleEvent({ detail }) {
    if (detail.thread || detail.again) this.look();
  }

  async look() {
    if (document.hidden) return;
    try {
      const answer = await fetch(location.href);
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("cairn-talks");
      if (fresh) this.replaceChildren(...document.importNode(fresh, true).childNodes);
    } catch {
      // Off the net: the next ring or look comes.
    }
  }
}

globalThis.customElements?.define("cairn-talks", Talks);
