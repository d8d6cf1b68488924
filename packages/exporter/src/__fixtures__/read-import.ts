import { decimalText, money, sum } from "@spendbook/normalizer";
import { parse } from "csv-parse/sync";

export type ImportRow = Readonly<Record<string, string>>;

/** The rows of an import by the names of its columns; throws where a row has another number of cells. */
export function rowsOf(csv: string): ImportRow[] {
  return parse(csv, { columns: true, relax_quotes: false, bom: true }) as ImportRow[];
}

/** What a column comes to, exactly; empty cells are nothing. */
export function totalOf(texts: readonly (string | undefined)[], currency = "USD"): string {
  const amounts = texts.filter((text) => text !== undefined && text !== "").map((text) => money(text ?? "", currency));
  return decimalText(sum(amounts, currency));
}

/** Debits less credits. */
export function netOf({ Debits = "", Credits = "" }: ImportRow): string {
  return Credits === "" ? Debits : `-${Credits}`;
}
