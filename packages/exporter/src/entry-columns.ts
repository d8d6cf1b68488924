import { decimalText, type StatementLine } from "@spendbook/normalizer";
import type { Column } from "./column.js";

/** The columns of `statement-<month>.csv`, in the order that is promised. */
export const entryColumns: readonly Column<StatementLine>[] = [
  { name: "date", type: "date", value: (line) => line.date },
  { name: "posted_at", type: "instant", value: (line) => line.postedAt },
  { name: "period_start", type: "instant", value: (line) => line.chargePeriod?.start ?? null },
  { name: "period_end", type: "instant", value: (line) => line.chargePeriod?.end ?? null },
  { name: "provider", type: "text", value: (line) => line.provider },
  { name: "account", type: "text", value: (line) => line.account },
  { name: "wallet", type: "text", value: (line) => line.wallet },
  { name: "kind", type: "text", value: (line) => line.kind },
  { name: "service", type: "text", value: (line) => line.service },
  { name: "resource_id", type: "text", value: (line) => line.resource },
  { name: "description", type: "text", value: (line) => line.description },
  { name: "quantity", type: "decimal", value: (line) => line.quantity },
  { name: "unit", type: "text", value: (line) => line.unit },
  { name: "amount", type: "decimal", value: (line) => (line.amount === null ? null : decimalText(line.amount)) },
  { name: "currency", type: "text", value: (line) => line.currency },
  {
    name: "list_amount",
    type: "decimal",
    value: (line) => (line.listAmount === null ? null : decimalText(line.listAmount)),
  },
  { name: "estimated", type: "boolean", value: (line) => String(line.estimated) },
  { name: "record_id", type: "text", value: (line) => line.id },
  { name: "record_sha256", type: "text", value: (line) => line.origin.sha256 },
];
