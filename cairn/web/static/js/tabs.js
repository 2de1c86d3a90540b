/** Links to parts of the page become tabs: arrows move, the address remembers. Without script they stay links. */
export class Tabs extends (globalThis.HTMLElement ?? Object) {
  connectedCallback() {
    if (this.tabs) return;
    const list = this.querySelector(".tabs");
    list.setAttribute("role", "tablist");
    this.tabs = [...list.querySelectorAll("a[href^='#']")];
    for (const tab of this.tabs) this.prepare(tab);
    this.addEventListener("click", this);
    this.addEventListener("keydown", this);
    this.show(this.tabs.find((tab) => tab.hash === location.hash) ?? this.tabs[0]);
  }

  prepare(tab) {
    const panel = this.panel(tab);
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    tab.id ||= `${panel.id}-tab`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
  }

  handleEvent(event) {
    const tab = event.target.closest("[role=tab]");
    if (!tab) return;
    if (event.type === "click") {
      event.preventDefault();
      history.replaceState(null, "", tab.hash);
      this.show(tab);
      return;
    }
    const next = nextIn(this.tabs.length, this.tabs.indexOf(tab), event.key, getComputedStyle(this).direction);
    if (next === undefined) return;
    event.preventDefault();
    this.show(this.tabs[next]);
    this.tabs[next].focus();
  }

  show(chosen) {
    for (const tab of this.tabs) {
      const on = tab === chosen;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      this.panel(tab).hidden = !on;
    }
  }

  panel(tab) {
    return this.querySelector(tab.getAttribute("href"));
  }
}

/** Which of `count` comes after `index` for a key, in a direction of reading; undefined for other keys. */
export function nextIn(count, index, key, direction = "ltr") {
  const forward = direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const back = direction === "rtl" ? "ArrowRight" : "ArrowLeft";
  return { [forward]: (index + 1) % count, [back]: (index + count - 1) % count, Home: 0, End: count - 1 }[key];
}

globalThis.customElements?.define("cairn-tabs", Tabs);
