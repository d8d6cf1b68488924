import type { Style } from "#workbook-writer";
import { currencyPlaces } from "../journal/currency-places.js";
import { shownPlaces } from "./is-held-by-number.js";

/** Dark on light, each pair with a contrast of at least 7 to 1. */
export const colors = {
  ink: "FF1F2933",
  quiet: "FF52606D",
  navy: "FF1F3A5F",
  white: "FFFFFFFF",
  line: "FFBCC5CE",
  band: "FFE8EEF5",
  good: { text: "FF14532D", fill: "FFDCF5E3" },
  told: { text: "FF1E3A8A", fill: "FFDBE8FE" },
  open: { text: "FF6B3B00", fill: "FFFEF0C7" },
  bad: { text: "FF7F1D1D", fill: "FFFDDCDC" },
} as const;

export type Tone = "good" | "told" | "open" | "bad";

const top = { vertical: "top" } as const;
// Away from the text of the next column.
const right = { vertical: "top", horizontal: "right", indent: 1 } as const;
const center = { vertical: "top", horizontal: "center" } as const;
const font = (size: number, bold: boolean, argb: string) => ({
  name: "Calibri",
  family: 2,
  size,
  bold,
  color: { argb },
});
const filled = (argb: string) => ({ type: "pattern", pattern: "solid", fgColor: { argb } }) as const;
const above = { top: { style: "thin", color: { argb: colors.line } } } as const;
const header = { font: font(11, true, colors.white), fill: filled(colors.navy) };

/** One object for each style, shared by all its cells: exceljs recognises styles by identity. */
export const styles = {
  none: {},
  plain: { alignment: top },
  // The text format keeps a program from reading a formula or a number into a text that is edited.
  text: { numFmt: "@", alignment: top },
  boolean: { alignment: center },
  middle: { numFmt: "@", alignment: center },
  wrapped: { numFmt: "@", alignment: { ...top, wrapText: true } },
  exact: { numFmt: "@", alignment: right, font: font(11, false, colors.quiet) },
  quiet: { numFmt: "@", alignment: top, font: font(11, false, colors.quiet) },
  unknown: { numFmt: "@", alignment: right, font: font(11, false, colors.quiet) },
  strong: { numFmt: "@", alignment: top, font: font(11, true, colors.ink) },
  first: { numFmt: "@", alignment: top, font: font(11, true, colors.ink), fill: filled(colors.band), border: above },
  firstQuiet: {
    numFmt: "@",
    alignment: top,
    font: font(11, false, colors.quiet),
    fill: filled(colors.band),
    border: above,
  },
  firstUnknown: {
    numFmt: "@",
    alignment: right,
    font: font(11, false, colors.quiet),
    fill: filled(colors.band),
    border: above,
  },
  total: { numFmt: "@", alignment: top, font: font(11, true, colors.ink), border: above },
  exactTotal: { numFmt: "@", alignment: right, font: font(11, false, colors.quiet), border: above },
  date: { numFmt: "yyyy-mm-dd", alignment: { ...top, horizontal: "left" } },
  // Two places at least, for sub-cent amounts as many as there are.
  decimal: { numFmt: `#,##0.00${"#".repeat(shownPlaces - 2)}`, alignment: right },
  count: { numFmt: "#,##0", alignment: right },
  countTotal: { numFmt: "#,##0", alignment: right, font: font(11, true, colors.ink), border: above },
  countFirst: {
    numFmt: "0",
    alignment: center,
    font: font(11, true, colors.ink),
    fill: filled(colors.band),
    border: above,
  },
  countQuiet: { numFmt: "0", alignment: center, font: font(11, false, colors.quiet) },
  agreement: { alignment: center },
  title: { font: font(20, true, colors.navy) },
  alarm: { font: font(12, true, colors.bad.text) },
  subtitle: { font: font(12, true, colors.quiet) },
  heading: { font: font(13, true, colors.navy) },
  header: { ...header, alignment: { vertical: "middle", wrapText: true } },
  headerCenter: { ...header, alignment: { vertical: "middle", horizontal: "center", wrapText: true } },
  headerRight: { ...header, alignment: { vertical: "middle", horizontal: "right", indent: 1, wrapText: true } },
} as const satisfies Record<string, Style>;

const toned = (tone: Tone): Style => ({
  numFmt: "@",
  alignment: center,
  font: font(11, true, colors[tone].text),
  fill: filled(colors[tone].fill),
});
export const toneStyles = { good: toned("good"), told: toned("told"), open: toned("open"), bad: toned("bad") };

export type AmountLook = "plain" | "quiet" | "strong" | "first" | "total";

const amountStyles = new Map<string, Style>();

/** The style of an amount, shown to the places of its currency; the cell holds all its digits. */
export function amountStyle(currency: string, look: AmountLook = "plain"): Style {
  const places = currencyPlaces(currency);
  const key = `${places} ${look}`;
  const known = amountStyles.get(key);
  if (known !== undefined) return known;
  const { numFmt: _, ...rest } = look === "plain" ? { numFmt: "" } : styles[look];
  const style = { ...rest, alignment: right, numFmt: amountFormat(currency) };
  amountStyles.set(key, style);
  return style;
}

/** The number format of a currency: to the places of its minor unit. */
export function amountFormat(currency: string): string {
  const places = currencyPlaces(currency);
  return places === 0 ? "#,##0" : `#,##0.${"0".repeat(places)}`;
}
