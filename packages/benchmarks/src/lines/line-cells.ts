import { decimalText, type StatementLine } from "@spendbook/normalizer";

/** The columns of `statement-<month>.csv`. */
export const header =
  "date,posted_at,period_start,period_end,provider,account,wallet,kind,service,resource_id,description,quantity,unit,amount,currency,list_amount,estimated,record_id,record_sha256".split(
    ",",
  );

/** What begins a formula, with all that spreadsheets skip before it. */
const formula = /^'*[\s\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f]*[=+\-@\t\r\n\0＝＋－＠]/u;

/** Guards a text against formulas as our CSV does; unknown is empty. */
export function guarded(text: string | null): string {
  if (text === null) return "";
  return formula.test(text) ? `'${text}` : text;
}

/** The texts of a line's cells, guarded. */
export function lineCells(line: StatementLine): string[] {
  return [
    line.date,
    line.postedAt,
    line.chargePeriod?.start ?? "",
    line.chargePeriod?.end ?? "",
    guarded(line.provider),
    guarded(line.account),
    guarded(line.wallet),
    guarded(line.kind),
    guarded(line.service),
    guarded(line.resource),
    guarded(line.description),
    line.quantity ?? "",
    guarded(line.unit),
    line.amount === null ? "" : decimalText(line.amount),
    guarded(line.currency),
    line.listAmount === null ? "" : decimalText(line.listAmount),
    String(line.estimated),
    guarded(line.id),
    guarded(line.origin.sha256),
  ];
}
