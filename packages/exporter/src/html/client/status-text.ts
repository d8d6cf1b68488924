import { counted, countText, groupDigits } from "../group-digits.js";
import type { SearchedLine } from "./find-lines.js";
import { matchSums } from "./match-sums.js";
import type { PageOfLines } from "./pages.js";

/** What is said aloud and shown of a search: how many lines match, what they sum to, and which are on the page. */
export function statusText(matches: readonly SearchedLine[], total: number, page: PageOfLines): string {
  if (matches.length === 0) return total === 0 ? "There are no lines." : `None of ${counted(total, "line")} matches.`;
  const found =
    matches.length === total ? counted(total, "line") : `${countText(matches.length)} of ${counted(total, "line")}`;
  const sums = matchSums(matches).map(({ currency, sum }) => `${currency} ${grouped(sum)}`);
  const unsigned = matches.filter(({ values }) => values.amount === null).length;
  return [
    `${found}${sums.length === 0 ? "" : `, together ${sums.join(" and ")}`}.`,
    unsigned === 0 ? "" : ` ${counted(unsigned, "line")} of unknown direction in no sum.`,
    page.pages === 1 ? "" : ` Shown: ${countText(page.from + 1)} to ${countText(page.to)}; all are in the CSV file.`,
  ].join("");
}

function grouped(decimal: string): string {
  const [whole = "", fraction] = decimal.replace("-", "").split(".");
  const sign = decimal.startsWith("-") ? "−" : "";
  return `${sign}${groupDigits(whole).join(",")}${fraction === undefined ? "" : `.${fraction}`}`;
}
