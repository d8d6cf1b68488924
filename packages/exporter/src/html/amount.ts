import { type Element, element } from "./element.js";
import { groupDigits } from "./group-digits.js";

/** More places than this are shown, but do not widen the column that they stand in. */
const widest = 12;

const cents = 2;

/** How many places a column of amounts leaves for digits after the point: none, or at least the two of cents. */
export function placesOf(amounts: Iterable<string | null>): number {
  let places = 0;
  for (const amount of amounts) places = Math.max(places, (amount?.split(".")[1] ?? "").length);
  return places === 0 ? 0 : Math.min(Math.max(places, cents), widest);
}

/**
 * An exact decimal text as the page shows it. The separators between thousands, and zeros up to the second place, come
 * from the style sheet, so that the text itself, and what is copied of it, has the exact digits alone; those after the
 * second place are only paler.
 */
export function amountView(amount: string | null, places = 0): Element {
  if (amount === null) return element("span", { class: "unknown" }, "not known");
  const [, sign = "", whole = amount, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  const fine = fraction.slice(cents);
  const padded = places > 0 && fraction.length < cents ? ` zeros-${cents - fraction.length}` : "";
  return element(
    "span",
    { class: /[1-9]/.test(amount) ? "amount" : "amount zero" },
    sign === "" ? null : element("span", { class: "minus" }, sign),
    groupDigits(whole).map((group, index) => (index === 0 ? group : element("span", { class: "group" }, group))),
    fraction === "" && places === 0
      ? null
      : element(
          "span",
          { class: `places places-${places}${padded}` },
          fraction === "" ? "" : `.${fraction.slice(0, cents)}`,
          fine === "" ? null : element("span", { class: "fine" }, fine),
        ),
  );
}
