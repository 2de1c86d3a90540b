/** The lines of a thread on a page: those that came, in the order of their numbers, then those that wait. */
const SETTLES = 5000;

export class Lines {
  constructor(thread) {
    this.thread = thread;
    this.list = thread.querySelector("[data-lines]");
    // A picture that arrives late pushes the end away from who had come to it.
    this.list.addEventListener("load", () => Date.now() - this.ended < SETTLES && this.toEnd(), true);
  }

  /** Put in what is new and replace what changed; nobody who reads further up is moved. */
  merge(news) {
    const atEnd = this.atEnd();
    const others = news.querySelectorAll("li[data-number]");
    for (const line of others) this.place(document.importNode(line, true));
    if (others.length) this.thread.querySelector("[data-empty]")?.remove();
    document.dispatchEvent(new CustomEvent("cairn:swapped"));
    if (atEnd && others.length) this.toEnd();
  }

  place(line) {
    this.forget(line.dataset.client);
    const known = this.list.querySelector(`#${line.id}`);
    if (known) return known.replaceWith(line);
    const later = [...this.list.children].find((one) => comesAfter(one.dataset.number, line.dataset.number));
    return this.list.insertBefore(line, later ?? null);
  }

  /** A line that waits to be sent. */
  wait(item) {
    if (this.list.querySelector(`[data-client="${item.id}"]`)) return;
    const line = document.createElement("li");
    line.className = "word word--mine word--waits";
    line.dataset.client = item.id;
    const when = document.createElement("small");
    when.textContent = this.thread.dataset.waits;
    const said = document.createElement("p");
    said.className = "word__said";
    said.dir = "auto";
    said.textContent = item.body;
    line.append(when, said);
    this.list.append(line);
    this.thread.querySelector("[data-empty]")?.remove();
    this.toEnd();
  }

  forget(client) {
    this.list.querySelector(`.word--waits[data-client="${client}"]`)?.remove();
  }

  atEnd() {
    const page = document.documentElement;
    return page.scrollHeight - page.clientHeight - page.scrollTop < 120;
  }

  toEnd() {
    this.ended ??= Date.now();
    document.documentElement.scrollTop = document.documentElement.scrollHeight;
  }
}

/** Whether a line stands after a number; lines that wait have none and stand last. */
export function comesAfter(standing, number) {
  return standing === undefined || Number(standing) > Number(number);
}
