import { decimalText, type Money } from "@spendbook/normalizer";
import type { Column } from "../column.js";
import type { FocusRow } from "./focus-row.js";

const text = (money: Money | null) => (money === null ? null : decimalText(money));

/** What a statement knows and FOCUS has no column for; by its rules prefixed with `x_` and behind its own columns. */
export const customColumns: readonly Column<FocusRow>[] = [
  { name: "x_RecordId", type: "text", value: ({ source }) => source.id },
  { name: "x_RecordSha256", type: "text", value: ({ source }) => source.origin?.sha256 ?? null },
  { name: "x_Provider", type: "text", value: ({ source }) => source.provider },
  { name: "x_Wallet", type: "text", value: ({ source }) => source.wallet },
  { name: "x_Kind", type: "text", value: ({ source }) => source.kind },
  { name: "x_WalletAmount", type: "decimal", value: ({ walletAmount }) => text(walletAmount) },
  { name: "x_UnsignedAmount", type: "decimal", value: ({ source }) => text(source.unsignedAmount) },
  { name: "x_ListAmount", type: "decimal", value: ({ source }) => text(source.listAmount) },
  { name: "x_CreditBalanceBefore", type: "decimal", value: ({ source }) => source.creditBalances?.before ?? null },
  { name: "x_CreditBalanceAfter", type: "decimal", value: ({ source }) => source.creditBalances?.after ?? null },
  { name: "x_Bucket", type: "text", value: ({ source }) => source.bucket },
  { name: "x_Estimated", type: "boolean", value: ({ source }) => String(source.estimated) },
  { name: "x_PostedAt", type: "instant", value: ({ source }) => source.postedAt },
  { name: "x_LocalDate", type: "date", value: ({ source }) => source.date },
  { name: "x_IncurredStart", type: "instant", value: ({ source }) => source.chargePeriod?.start ?? null },
  { name: "x_IncurredEnd", type: "instant", value: ({ source }) => source.chargePeriod?.end ?? null },
  { name: "x_Service", type: "text", value: ({ source }) => source.service },
  { name: "x_Resource", type: "text", value: ({ source }) => source.resource },
  { name: "x_KeyName", type: "text", value: ({ source }) => source.keyName },
  { name: "x_CorrectsMonth", type: "text", value: ({ source }) => source.corrects?.month ?? null },
  { name: "x_CorrectsRecordId", type: "text", value: ({ source }) => source.corrects?.entryId ?? null },
  { name: "x_LedgerAccount", type: "text", value: ({ source }) => source.coding?.code ?? null },
  { name: "x_CostCentre", type: "text", value: ({ source }) => source.coding?.costCentre ?? null },
  { name: "x_TaxTreatment", type: "text", value: ({ source }) => source.coding?.taxTreatment ?? null },
  { name: "x_Vendor", type: "text", value: ({ source }) => source.coding?.vendor ?? null },
  { name: "x_FunctionalAmount", type: "decimal", value: (row) => functional(row)?.amount ?? null },
  { name: "x_FunctionalCurrency", type: "text", value: (row) => functional(row)?.currency ?? null },
  { name: "x_FunctionalRate", type: "decimal", value: (row) => functional(row)?.rate ?? null },
  { name: "x_FunctionalSource", type: "text", value: (row) => functional(row)?.source ?? null },
  { name: "x_StatementMonth", type: "text", value: ({ statement }) => statement.month },
  { name: "x_StatementTimeZone", type: "text", value: ({ statement }) => statement.timezone },
  { name: "x_StatementBasis", type: "text", value: ({ statement }) => statement.basis },
  { name: "x_StatementStatus", type: "text", value: ({ statement }) => statement.status },
  { name: "x_StatementNumber", type: "count", value: ({ number }) => (number === null ? null : String(number.number)) },
  {
    name: "x_StatementRevision",
    type: "count",
    value: ({ number }) => (number === null ? null : String(number.revision)),
  },
];

/** Of the wallet's movement alone: a credit beside it would count it twice. */
function functional({ source, walletAmount }: FocusRow) {
  return walletAmount === null ? null : (source.coding?.functional ?? null);
}
