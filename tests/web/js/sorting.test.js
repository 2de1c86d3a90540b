import assert from "node:assert/strict";
import { test } from "node:test";

import { comparing, folded, holds } from "#js/sorting.js";

test("numbers stand in the order of their size", () => {
  assert.deepEqual(["10", "9", "-1"].sort(comparing()), ["-1", "9", "10"]);
});

test("words stand as the language orders them, blanks last in both directions", () => {
  assert.deepEqual(["zoe", "", "Émile", "anna"].sort(comparing("fr")), ["anna", "Émile", "zoe", ""]);
  assert.deepEqual(["zoe", "", "anna"].sort(comparing("fr", true)), ["zoe", "anna", ""]);
});

test("a search forgives case and accents, and wants every word", () => {
  assert.equal(folded("  Zoë ÅNGSTRÖM "), "zoe angstrom");
  assert.equal(holds("Zoë Ångström, Lagos", "lagos ANG"), true);
  assert.equal(holds("Zoë Ångström, Lagos", "lagos accra"), false);
});
