import type { StatementLine } from "@spendbook/normalizer";

/** How a column is written: text is guarded, the rest is data of its kind. */
export type ColumnType = "text" | "date" | "instant" | "decimal" | "boolean";

/** A column of the transactions, in CSV and XLSX alike. */
export interface EntryColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Its width in a workbook, in characters. */
  readonly width: number;
  /** The value as text, a decimal in plain notation with every digit; null where it is unknown. */
  readonly value: (line: StatementLine) => string | null;
}

/** The columns of `statement-<month>.csv`, in the order that is promised. */
export const entryColumns: readonly EntryColumn[] = [
  { name: "date", type: "date", width: 12, value: (line) => line.date },
  { name: "posted_at", type: "instant", width: 26, value: (line) => line.postedAt },
  { name: "period_start", type: "instant", width: 26, value: (line) => line.chargePeriod?.start ?? null },
  { name: "period_end", type: "instant", width: 26, value: (line) => line.chargePeriod?.end ?? null },
  { name: "provider", type: "text", width: 16, value: (line) => line.provider },
  { name: "account", type: "text", width: 14, value: (line) => line.account },
  { name: "wallet", type: "text", width: 18, value: (line) => line.wallet },
  { name: "kind", type: "text", width: 12, value: (line) => line.kind },
  { name: "service", type: "text", width: 26, value: (line) => line.service },
  { name: "resource_id", type: "text", width: 26, value: (line) => line.resource },
  { name: "description", type: "text", width: 44, value: (line) => line.description },
  { name: "quantity", type: "decimal", width: 14, value: (line) => line.quantity },
  { name: "unit", type: "text", width: 10, value: (line) => line.unit },
  { name: "amount", type: "decimal", width: 16, value: (line) => line.amount?.amount.toFixed() ?? null },
  { name: "currency", type: "text", width: 9, value: (line) => line.currency },
  { name: "list_amount", type: "decimal", width: 16, value: (line) => line.listAmount?.amount.toFixed() ?? null },
  { name: "estimated", type: "boolean", width: 10, value: (line) => String(line.estimated) },
  { name: "record_id", type: "text", width: 40, value: (line) => line.id },
  { name: "record_sha256", type: "text", width: 24, value: (line) => line.origin.sha256 },
];
