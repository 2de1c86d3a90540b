/** Orders what stands in cells: numbers as numbers, words as the page's language orders them, blanks last. */
export function comparing(language = "en", downward = false) {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
  const sign = downward ? -1 : 1;
  return (a, b) => {
    if (!a || !b) return a ? -1 : b ? 1 : 0;
    const [x, y] = [Number(a), Number(b)];
    if (!Number.isNaN(x) && !Number.isNaN(y)) return sign * (x - y);
    return sign * collator.compare(a, b);
  };
}

/** Text as a search compares it: no case, no accents. */
export function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/** Whether every word looked for is in the text. */
export function holds(text, wanted) {
  const hay = folded(text);
  return folded(wanted).split(/\s+/u).every((word) => hay.includes(word));
}
