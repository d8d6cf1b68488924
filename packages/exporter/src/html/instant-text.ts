import { type Element, element } from "./element.js";

/** A UTC instant as people read it: `2026-11-01 00:05:00 UTC`; a part of a second only where there is one. */
export function instantText(instant: string): string {
  return instant
    .replace("T", " ")
    .replace(/(\.\d*?)0*Z$/, "$1Z")
    .replace(/\.?Z$/, " UTC");
}

export function instantView(instant: string): Element {
  return element("time", { datetime: instant }, instantText(instant));
}

const months = "January February March April May June July August September October November December".split(" ");

/** `2026-10` as `October 2026`. */
export function monthText(month: string): string {
  const [year = "", number = ""] = month.split("-");
  return `${months[Number(number) - 1] ?? number} ${year}`;
}

/** Every local date of a month, in order. */
export function datesOf(month: string): readonly string[] {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: days }, (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`);
}
