/**
 * Wakes what a page holds: each `<cairn-name>` loads its module `#js/name.js` once, now or after any swap.
 * A page without such elements loads nothing more than this. htmx comes only where a page asks for it.
 */
import "#js/shell.js";

const SPEAKS_HTMX = "[hx-get],[hx-post],[hx-boost],[hx-boost\\:inherited]";

/** The modules a piece of page asks for and nobody has defined yet. */
export function sleeping(root, registry = customElements) {
  const names = new Set();
  for (const element of root.querySelectorAll(":not(:defined)")) {
    const name = element.localName;
    if (name.startsWith("cairn-") && !registry.get(name)) names.add(name.slice("cairn-".length));
  }
  return [...names];
}

async function wake(root) {
  if (root.querySelector(SPEAKS_HTMX)) import("#htmx");
  await Promise.all(sleeping(root).map((name) => import(`#js/${name}.js`)));
}

if (globalThis.document) {
  document.documentElement.dataset.awake = "";
  wake(document);
  document.addEventListener("htmx:after:swap", () => wake(document));
  document.addEventListener("cairn:swapped", () => wake(document));
}
