/** A number of bytes as a person says it, in the page's language. */
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"];

export function size(bytes, language = "en") {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const value = bytes / 1000 ** power;
  const digits = value < 10 && power > 0 ? 1 : 0;
  return new Intl.NumberFormat(language, {
    style: "unit", unit: UNITS[power], unitDisplay: "short", maximumFractionDigits: digits,
  }).format(value);
}
