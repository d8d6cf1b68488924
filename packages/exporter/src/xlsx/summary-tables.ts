import type { CurrencyTotal, DayTotal, ServiceTotal, Statement, WalletStatement, Warning } from "@spendbook/normalizer";
import type { Column, ColumnType } from "../column.js";
import { walletColumns } from "../wallet-columns.js";

/** A table of the sheet Summary: rows of values as text, null where unknown. */
export interface SummaryTable {
  readonly title: string;
  readonly header: readonly string[];
  readonly types: readonly ColumnType[];
  readonly rows: readonly (readonly (string | null)[])[];
}

const totalColumns: readonly Column<CurrencyTotal>[] = [
  { name: "currency", type: "text", value: (total) => total.currency },
  { name: "spend", type: "decimal", value: (total) => total.spend },
  { name: "top_ups", type: "decimal", value: (total) => total.topUps },
  { name: "grants", type: "decimal", value: (total) => total.grants },
  { name: "refunds", type: "decimal", value: (total) => total.refunds },
  { name: "usage", type: "decimal", value: (total) => total.usage },
  { name: "expired", type: "decimal", value: (total) => total.expired },
  { name: "fees", type: "decimal", value: (total) => total.fees },
  { name: "adjustments", type: "decimal", value: (total) => total.adjustments },
  { name: "unclassified", type: "decimal", value: (total) => total.unclassified },
  { name: "lines", type: "count", value: (total) => String(total.lines) },
];

const serviceColumns: readonly Column<ServiceTotal>[] = [
  { name: "provider", type: "text", value: (total) => total.provider },
  { name: "account", type: "text", value: (total) => total.account },
  { name: "service", type: "text", value: (total) => total.service },
  { name: "currency", type: "text", value: (total) => total.currency },
  { name: "spend", type: "decimal", value: (total) => total.spend },
  { name: "lines", type: "count", value: (total) => String(total.lines) },
];

const dayColumns: readonly Column<DayTotal>[] = [
  { name: "date", type: "date", value: (total) => total.date },
  { name: "provider", type: "text", value: (total) => total.provider },
  { name: "account", type: "text", value: (total) => total.account },
  { name: "currency", type: "text", value: (total) => total.currency },
  { name: "spend", type: "decimal", value: (total) => total.spend },
  { name: "lines", type: "count", value: (total) => String(total.lines) },
];

type Note = Pick<WalletStatement, "provider" | "account" | "wallet"> & { readonly note: string };

const noteColumns: readonly Column<Note>[] = [
  { name: "provider", type: "text", value: ({ provider }) => provider },
  { name: "account", type: "text", value: ({ account }) => account },
  { name: "wallet", type: "text", value: ({ wallet }) => wallet },
  { name: "note", type: "text", value: ({ note }) => note },
];

const warningColumns: readonly Column<Warning>[] = [
  { name: "code", type: "text", value: ({ code }) => code },
  { name: "account", type: "text", value: ({ account }) => account },
  { name: "message", type: "text", value: ({ message }) => message },
];

/** What the sheet Summary shows under its head, in order; tables without rows are left out but for the wallets. */
export function summaryTables({ wallets, totals, byService, byDay, warnings }: Statement): readonly SummaryTable[] {
  const notes = wallets.flatMap(({ provider, account, wallet, notes: said }) =>
    said.map((note) => ({ provider, account, wallet, note })),
  );
  const rollForward = walletColumns.filter(({ name }) => name !== "notes");
  return [
    table("Wallets", rollForward, wallets),
    ...[
      table("Totals", totalColumns, totals),
      table("Warnings", warningColumns, warnings),
      table("Notes", noteColumns, notes),
      table("Spend by service", serviceColumns, byService),
      table("Spend by day", dayColumns, byDay),
    ].filter(({ rows }) => rows.length > 0),
  ];
}

function table<Row>(title: string, columns: readonly Column<Row>[], rows: readonly Row[]): SummaryTable {
  return {
    title,
    header: columns.map(({ name }) => name),
    types: columns.map(({ type }) => type),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
  };
}
