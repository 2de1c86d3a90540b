import assert from "node:assert/strict";
import { test } from "node:test";

import { codeIn } from "#js/code.js";
import { pause } from "#js/progress.js";
import { size } from "#js/size.js";
import { nextIn } from "#js/tabs.js";
import { paint } from "#js/theme.js";
import { remaining } from "#js/undo.js";
import { sleeping } from "#js/wake.js";

test("arrows go round the tabs, the way the page is read", () => {
  assert.equal(nextIn(3, 2, "ArrowRight"), 0);
  assert.equal(nextIn(3, 0, "ArrowLeft"), 2);
  assert.equal(nextIn(3, 0, "ArrowLeft", "rtl"), 1);
  assert.equal(nextIn(3, 1, "End"), 2);
  assert.equal(nextIn(3, 1, "x"), undefined);
});

test("a long job is asked less and less often, and never given up", () => {
  const pauses = [700];
  while (pauses.length < 20) pauses.push(pause(pauses.at(-1)));
  assert.equal(pauses[1], 875);
  assert.equal(pauses.at(-1), 4000);
});

test("what can be taken back is never late and never negative", () => {
  const now = Date.parse("2026-11-24T10:00:00Z");
  assert.equal(remaining("2026-11-24T10:10:00Z", now), 600_000);
  assert.equal(remaining("2026-11-24T09:00:00Z", now), 0);
  assert.equal(remaining("2099-01-01T00:00:00Z", now), 2 ** 31 - 1);
});

test("a file's size is said as people say it", () => {
  assert.equal(size(0), "0 byte");
  assert.equal(size(12_400), "12 kB");
  assert.equal(size(2_340_000), "2.3 MB");
});

test("auto leaves light and dark to the system", () => {
  const root = { dataset: { theme: "dark" } };
  paint(root, "auto");
  assert.deepEqual(root.dataset, {});
  paint(root, "light");
  assert.deepEqual(root.dataset, { theme: "light" });
});

test("only our own elements that nobody has defined are woken, each once", () => {
  const names = ["cairn-drop", "cairn-drop", "cairn-tabs", "other-thing"];
  const root = { querySelectorAll: () => names.map((localName) => ({ localName })) };
  const registry = { get: (name) => (name === "cairn-tabs" ? class {} : undefined) };
  assert.deepEqual(sleeping(root, registry), ["drop"]);
});

test("the code of a letter is read from behind the #, and nothing else is", () => {
  assert.equal(codeIn("#code=3PXD-TBTK"), "3PXD-TBTK");
  assert.deepEqual(["", "#", "#top", "#code=", "#code=%3Cscript%3E"].map(codeIn), ["", "", "", "", ""]);
});
