import { type Element, element } from "./element.js";
import { groupDigits } from "./group-digits.js";

/** More places than this are shown, but do not widen the column that they stand in. */
const widest = 12;

/** How many places a column of amounts leaves for digits after the point. */
export function placesOf(amounts: Iterable<string | null>): number {
  let places = 0;
  for (const amount of amounts) places = Math.max(places, (amount?.split(".")[1] ?? "").length);
  return Math.min(places, widest);
}

/**
 * An exact decimal text as the page shows it. The separators between thousands come from the style sheet, so that the
 * text itself, and what is copied of it, has the exact digits alone; digits after the second place are only paler.
 */
export function amountView(amount: string | null, places = 0): Element {
  if (amount === null) return element("span", { class: "unknown" }, "not known");
  const [, sign = "", whole = amount, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  const fine = fraction.slice(2);
  return element(
    "span",
    { class: /[1-9]/.test(amount) ? "amount" : "amount zero" },
    sign === "" ? null : element("span", { class: "minus" }, sign),
    groupDigits(whole).map((group, index) => (index === 0 ? group : element("span", { class: "group" }, group))),
    fraction === "" && places === 0
      ? null
      : element(
          "span",
          { class: `places places-${places}` },
          fraction === "" ? "" : `.${fraction.slice(0, 2)}`,
          fine === "" ? null : element("span", { class: "fine" }, fine),
        ),
  );
}
