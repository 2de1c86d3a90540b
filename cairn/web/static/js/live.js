/** The bell: a socket that tells when to look again. It comes back by itself; until then the page looks now and then. */
import { pauseAfter } from "#js/queue.js";

const SIGNED_OUT = 4401;

export class Live extends EventTarget {
  constructor(path = "/talk/live/") {
    super();
    this.address = new URL(path, location.href);
    this.address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    this.failures = 0;
    addEventListener("online", this);
    addEventListener("offline", this);
    this.open();
  }

  get on() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  open() {
    if (this.ended || (this.socket && this.socket.readyState <= WebSocket.OPEN)) return;
    this.socket = new WebSocket(this.address);
    for (const name of ["open", "message", "close"]) this.socket.addEventListener(name, this);
  }

  handleEvent(event) {
    if (event.type === "online") this.open();
    if (event.type === "offline") this.socket.close();
    if (event.type === "open") this.tell("ring", { again: this.failures > 0 });
    if (event.type === "open") this.failures = 0;
    if (event.type === "message") this.hear(JSON.parse(event.data));
    if (event.type === "close") this.later(event.code);
  }

  hear(news) {
    this.tell(news.type, news);
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  later(code) {
    if (this.ended || code === SIGNED_OUT) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => navigator.onLine && this.open(), pauseAfter(this.failures));
    this.failures += 1;
  }

  say(news) {
    if (this.on) this.socket.send(JSON.stringify(news));
  }

  close() {
    this.ended = true;
    clearTimeout(this.timer);
    removeEventListener("online", this);
    removeEventListener("offline", this);
    this.socket?.close();
  }
}
