/**
 * Words that wait for the net. Kept in the browser, under the person who wrote them, until the server has them.
 * Each carries the id it is stored under, so sending it twice stores it once.
 */
const MARK = "cairn-talk:";

export class Queue {
  constructor(person, store = globalThis.localStorage) {
    this.store = store;
    this.mine = `${MARK}${person}:`;
    this.forgetOthers();
  }

  /** Somebody else sat here before: what they left is not shown to the next one. */
  forgetOthers() {
    for (const key of this.keys()) if (key.startsWith(MARK) && !key.startsWith(this.mine)) this.store.removeItem(key);
  }

  keys() {
    return Array.from({ length: this.store.length }, (_, place) => this.store.key(place));
  }

  /** What waits, oldest first. */
  waiting() {
    const kept = this.keys().filter((key) => key.startsWith(`${this.mine}sent:`));
    return kept.map((key) => JSON.parse(this.store.getItem(key))).sort((a, b) => a.at - b.at);
  }

  add(item) {
    this.store.setItem(`${this.mine}sent:${item.id}`, JSON.stringify(item));
  }

  drop(id) {
    this.store.removeItem(`${this.mine}sent:${id}`);
  }

  draft(thread) {
    return this.store.getItem(`${this.mine}draft:${thread}`) ?? "";
  }

  keepDraft(thread, words) {
    if (words) this.store.setItem(`${this.mine}draft:${thread}`, words);
    else this.store.removeItem(`${this.mine}draft:${thread}`);
  }
}

/** The next pause after a failure, in milliseconds: longer each time, half a minute at most. */
export function pauseAfter(failures) {
  return Math.min(1000 * 2 ** failures, 30_000);
}
