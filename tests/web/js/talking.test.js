import assert from "node:assert/strict";
import { test } from "node:test";

import { comesAfter } from "#js/lines.js";
import { Queue, pauseAfter } from "#js/queue.js";
import { clock } from "#js/voice.js";

/** A browser's store, as far as the queue uses it. */
class Store extends Map {
  get length() { return this.size; }
  key(place) { return [...this.keys()][place]; }
  getItem(key) { return this.get(key) ?? null; }
  setItem(key, value) { this.set(key, value); }
  removeItem(key) { this.delete(key); }
}

test("what waits leaves in its order, and once sent is gone", () => {
  const queue = new Queue("amina", new Store());
  queue.add({ id: "b", at: 2, body: "two" });
  queue.add({ id: "a", at: 1, body: "one" });
  queue.add({ id: "a", at: 1, body: "one" });
  assert.deepEqual(queue.waiting().map((item) => item.body), ["one", "two"]);
  queue.drop("a");
  assert.deepEqual(queue.waiting().map((item) => item.id), ["b"]);
});

test("whoever sits down next does not find the words of the one before", () => {
  const store = new Store([["theme", "dark"]]);
  const amina = new Queue("amina", store);
  amina.add({ id: "a", at: 1, body: "one" });
  amina.keepDraft("t", "Dear");
  assert.equal(amina.draft("t"), "Dear");
  assert.deepEqual(new Queue("bruno", store).waiting(), []);
  assert.deepEqual([...store.keys()], ["theme"]);
});

test("a failure waits longer each time, half a minute at most", () => {
  assert.deepEqual([0, 1, 2, 9].map(pauseAfter), [1000, 2000, 4000, 30_000]);
});

test("lines that wait stand after every line that came", () => {
  assert.deepEqual([comesAfter("7", "3"), comesAfter("2", "10"), comesAfter(undefined, "10")], [true, false, true]);
});

test("a voice note's length is said as a clock says it", () => {
  assert.deepEqual([0, 9, 61, 300].map(clock), ["0:00", "0:09", "1:01", "5:00"]);
});
