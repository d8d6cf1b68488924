import { decimalText, type StatementLine } from "@spendbook/normalizer";
import type exceljs from "exceljs";

const top = { vertical: "top" } as const;
const right = { vertical: "top", horizontal: "right", indent: 1 } as const;
const styles = {
  text: { numFmt: "@", alignment: top },
  date: { numFmt: "yyyy-mm-dd", alignment: { vertical: "top", horizontal: "left" } },
  decimal: { numFmt: "#,##0.00#############", alignment: right },
  number: { numFmt: "#,##0", alignment: right },
  boolean: { alignment: { vertical: "top", horizontal: "center" } },
} as const satisfies Record<string, Partial<exceljs.Style>>;

/** The columns of the sheet Transactions, with our widths and formats. */
export const sheetColumns = [
  { name: "date", width: 12, style: styles.date },
  { name: "posted_at", width: 26, style: styles.text },
  { name: "period_start", width: 26, style: styles.text },
  { name: "period_end", width: 26, style: styles.text },
  { name: "provider", width: 16, style: styles.text },
  { name: "account", width: 16, style: styles.text },
  { name: "wallet", width: 16, style: styles.text },
  { name: "kind", width: 16, style: styles.text },
  { name: "service", width: 26, style: styles.text },
  { name: "resource_id", width: 26, style: styles.text },
  { name: "description", width: 44, style: styles.text },
  { name: "quantity", width: 16, style: styles.decimal },
  { name: "unit", width: 16, style: styles.text },
  { name: "amount", width: 16, style: styles.decimal },
  { name: "amount_exact", width: 20, style: styles.text },
  { name: "currency", width: 10, style: styles.text },
  { name: "list_amount", width: 16, style: styles.decimal },
  { name: "list_amount_exact", width: 20, style: styles.text },
  { name: "estimated", width: 11, style: styles.boolean },
  { name: "record_id", width: 40, style: styles.text },
  { name: "record_sha256", width: 24, style: styles.text },
  { name: "wallet_no", width: 11, style: styles.number },
];

/** A line's cells; the exact texts are empty, because a number holds each of these amounts. */
export function sheetCells(line: StatementLine) {
  return [
    Date.parse(`${line.date}T00:00:00Z`) / 86_400_000 + 25_569,
    line.postedAt,
    line.chargePeriod?.start,
    line.chargePeriod?.end,
    line.provider,
    line.account,
    line.wallet,
    line.kind,
    line.service,
    line.resource,
    line.description,
    Number(line.quantity),
    line.unit,
    line.amount === null ? undefined : Number(decimalText(line.amount)),
    undefined,
    line.currency,
    line.listAmount === null ? undefined : Number(decimalText(line.listAmount)),
    undefined,
    line.estimated,
    line.id,
    line.origin.sha256,
    1,
  ];
}
