/**
 * A thread that is open: new lines come by themselves, words typed without the net wait and leave once it is back,
 * drafts are kept. Everything here also works without it, with the form and a fresh page.
 */
import { Lines } from "#js/lines.js";
import { Live } from "#js/live.js";
import { Queue, pauseAfter } from "#js/queue.js";

const TYPED = 1200; // until a draft is kept on the server
const SPEAKS = 4000; // how often "is writing" is said
const WRITES = 6000; // how long it shows
const LOOKS = 6000; // how often the page looks by itself where it is not live
const RESTS = 60_000; // and where it is

export class Thread extends (globalThis.HTMLElement ?? Object) {
  connectedCallback() {
    this.queue = new Queue(this.dataset.person);
    this.lines = new Lines(this);
    this.form = this.querySelector("[data-write]");
    this.live = new Live();
    this.live.addEventListener("ring", this);
    this.live.addEventListener("typing", this);
    for (const name of ["online", "offline", "pagehide", "focus"]) addEventListener(name, this);
    document.addEventListener("visibilitychange", this);
    this.wake();
    this.later();
  }

  disconnectedCallback() {
    for (const name of ["online", "offline", "pagehide", "focus"]) removeEventListener(name, this);
    document.removeEventListener("visibilitychange", this);
    clearTimeout(this.timer);
    this.live.close();
  }

  /** Take over the form, and show what waits from before. */
  wake() {
    if (this.form) {
      for (const name of ["submit", "input", "change", "keydown"]) this.form.addEventListener(name, this);
      this.words.value ||= this.queue.draft(this.dataset.thread);
    }
    for (const item of this.queue.waiting()) if (item.thread === this.dataset.thread) this.lines.wait(item);
    if (!location.hash && !("past" in this.dataset)) this.lines.toEnd();
    this.sayState();
    this.flush();
    this.read();
  }

  get words() {
    return this.form.elements.body;
  }

  handleEvent(event) {
    const act = { ring: "look", online: "back", offline: "sayState", pagehide: "leave", visibilitychange: "look", focus: "read" };
    if (act[event.type]) this[act[event.type]](event);
    else this[`on${event.type}`](event);
  }

  ontyping({ detail }) {
    if (detail.thread !== this.dataset.thread) return;
    const sign = this.querySelector("[data-sign]");
    sign.textContent = this.dataset.writes.replace("%s", detail.who);
    sign.hidden = false;
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => { sign.hidden = true; }, WRITES);
  }

  onkeydown(event) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.target !== this.words) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  oninput(event) {
    if (event.target !== this.words) return;
    this.queue.keepDraft(this.dataset.thread, this.words.value);
    clearTimeout(this.typed);
    this.typed = setTimeout(() => this.keep(), TYPED);
    if (event.timeStamp - (this.spoke ?? -SPEAKS) < SPEAKS) return;
    this.spoke = event.timeStamp;
    this.live.say({ type: "typing", thread: this.dataset.thread });
  }

  onchange(event) {
    if (event.target.type !== "file") return;
    const names = [...event.target.files].map((file) => file.name);
    this.querySelector("[data-chosen]").textContent = names.join(", ");
  }

  onsubmit(event) {
    event.preventDefault();
    this.fault("");
    const form = new FormData(this.form);
    const voice = this.querySelector("cairn-voice")?.recording;
    if (voice) form.append("voice", voice, "voice");
    const carries = voice || [...form.getAll("attached")].some((file) => file.size);
    if (carries) this.sendWhole(form);
    else this.sendWords(form);
  }

  /** Words are put where they cannot be lost, shown, and then sent. */
  sendWords(form) {
    const body = form.get("body").trim();
    if (!body) return this.words.focus();
    const item = { id: form.get("client_id"), thread: this.dataset.thread, url: this.form.action, body, at: Date.now() };
    this.queue.add(item);
    this.lines.wait(item);
    this.afresh();
    return this.flush();
  }

  /** Files are too large to wait in a browser: they leave now, or stay in the form. */
  async sendWhole(form) {
    const button = this.form.querySelector("[data-send]");
    button.setAttribute("aria-busy", "true");
    try {
      const fault = await post(this.form.action, form);
      if (fault) return this.fault(fault === SIGNED_OUT ? this.dataset.signedOut : fault);
      this.afresh();
      await this.look();
    } catch {
      this.fault(this.dataset.filesWait);
    } finally {
      button.removeAttribute("aria-busy");
    }
    return undefined;
  }

  /** An empty form with an id of its own. */
  afresh() {
    clearTimeout(this.typed);
    this.form.reset();
    this.words.value = "";
    this.form.elements.client_id.value = crypto.randomUUID();
    this.querySelector("[data-chosen]").textContent = "";
    this.querySelector("cairn-voice")?.drop?.();
    this.queue.keepDraft(this.dataset.thread, "");
    this.words.focus();
  }

  /** Send what waits, one after the other, in this thread and in others. */
  async flush() {
    if (this.flushing) return;
    this.flushing = true;
    clearTimeout(this.again);
    try {
      for (let item; (item = this.queue.waiting()[0]);) await this.sendOne(item);
      this.failures = 0;
      await this.look();
    } catch {
      this.failures = (this.failures ?? 0) + 1;
      this.again = setTimeout(() => this.flush(), pauseAfter(this.failures));
    } finally {
      this.flushing = false;
      this.sayState();
    }
  }

  async sendOne(item) {
    const form = new FormData();
    form.append("client_id", item.id);
    form.append("body", item.body);
    const fault = await post(item.url, form);
    if (fault === SIGNED_OUT) {
      this.fault(this.dataset.signedOut);
      throw new Error("signed out");
    }
    this.queue.drop(item.id);
    if (!fault) return;
    this.lines.forget(item.id);
    if (item.thread === this.dataset.thread && this.form) this.giveBack(item.body, fault);
  }

  /** Refused for good: the words go back where they can be mended. */
  giveBack(body, fault) {
    this.words.value = [body, this.words.value].filter(Boolean).join("\n\n");
    this.queue.keepDraft(this.dataset.thread, this.words.value);
    this.fault(fault);
  }

  fault(sentence) {
    const place = this.querySelector("#talk-fault");
    if (!place) return;
    place.querySelector("span").textContent = sentence;
    place.hidden = !sentence;
  }

  back() {
    this.sayState();
    this.flush();
  }

  sayState() {
    const state = this.querySelector("[data-state]");
    state.querySelector("span").textContent = this.dataset.filesWait;
    state.hidden = navigator.onLine && !(this.failures > 0 && this.queue.waiting().length);
  }

  /** What changed since the pulse we know; several rings in one go are one look. */
  async look() {
    if (document.hidden || this.looking) { this.missed = this.looking; return; }
    this.looking = true;
    try {
      const answer = await fetch(`${this.dataset.news}?since=${this.dataset.pulse}`, { headers: { "HX-Request": "true" } });
      if (answer.ok && !answer.redirected) this.show(await answer.text());
    } catch {
      // Off the net: the next look comes.
    } finally {
      this.looking = false;
      this.later();
    }
    if (this.missed) { this.missed = false; await this.look(); }
  }

  show(html) {
    const news = new DOMParser().parseFromString(html, "text/html").querySelector("[data-pulse]");
    if (!news) return;
    if (this.form && news.dataset.open === "0") return location.reload();
    this.dataset.pulse = news.dataset.pulse;
    this.dataset.latest = news.dataset.latest;
    if ("past" in this.dataset) return;
    this.lines.merge(news);
    this.read();
  }

  /** Say how far we have come, once, and only while somebody is looking. */
  async read() {
    const upto = this.dataset.latest;
    if (document.hidden || "past" in this.dataset || this.readTo === upto || upto === "0") return;
    const form = new FormData();
    form.append("upto", upto);
    try {
      await post(this.dataset.reading, form);
      this.readTo = upto;
    } catch {
      // The next look says it.
    }
  }

  async keep() {
    const form = new FormData();
    form.append("body", this.words.value);
    const kept = this.words.value;
    try {
      if (!(await post(this.dataset.draft, form)) && this.words.value === kept) this.queue.keepDraft(this.dataset.thread, "");
    } catch {
      // It is kept here, and goes with the next key.
    }
  }

  leave() {
    if (this.form && this.queue.draft(this.dataset.thread)) this.keep();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), this.live.on ? RESTS : LOOKS);
    if (document.hidden) clearTimeout(this.timer);
  }
}

const SIGNED_OUT = Symbol("signed out");

/** Send a form. Empty where it was taken, a sentence where it was refused; throws where nobody answered. */
async function post(url, form) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const headers = { Accept: "application/json", "X-CSRFToken": token };
  const answer = await fetch(url, { method: "POST", body: form, headers, keepalive: !form.has("attached") && !form.has("voice") });
  if (answer.redirected || answer.status === 403) return SIGNED_OUT;
  if (answer.ok) return "";
  if (answer.status === 422) return (await answer.json()).faults.join(" ");
  throw new Error(String(answer.status));
}

globalThis.customElements?.define("cairn-thread", Thread);
