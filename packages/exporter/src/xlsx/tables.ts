import type { CodingTotal, DayTotal, FunctionalTotal, ResourceTotal, ServiceTotal } from "@spendbook/normalizer";
import type { TableColumn, TableSheet } from "./table-sheet.js";

interface Keys {
  readonly provider: string;
  readonly account: string;
  readonly currency: string;
  readonly spend: string;
  readonly lines: number;
}

const provider: TableColumn<Keys> = { header: "Provider", width: 18, type: "text", value: (row) => row.provider };
const account: TableColumn<Keys> = { header: "Account", width: 20, type: "text", value: (row) => row.account };
const currency: TableColumn<Pick<Keys, "currency">> = {
  header: "Currency",
  width: 11,
  type: "text",
  value: (row) => row.currency,
};
const spend: TableColumn<Pick<Keys, "spend">> = {
  header: "Spend",
  width: 17,
  type: "amount",
  value: (row) => row.spend,
};
const lines: TableColumn<Pick<Keys, "lines">> = {
  header: "Lines",
  width: 11,
  type: "count",
  value: (row) => String(row.lines),
};
const service: TableColumn<Pick<ServiceTotal, "service">> = {
  header: "Service",
  width: 38,
  type: "text",
  value: (row) => row.service ?? "(none stated)",
};

export const byService: TableSheet<ServiceTotal> = {
  name: "By service",
  columns: [
    provider,
    account,
    service,
    currency,
    spend,
    { header: "Month before", width: 17, type: "amount", value: (row) => row.previousSpend },
    lines,
  ],
};

export const byResource: TableSheet<ResourceTotal> = {
  name: "By resource",
  columns: [
    provider,
    account,
    service,
    { header: "Resource", width: 42, type: "text", value: nameOfResource },
    currency,
    spend,
    lines,
  ],
};

export const byDay: TableSheet<DayTotal> = {
  name: "By day",
  columns: [
    { header: "Date", width: 13, type: "date", value: (row) => row.date },
    provider,
    account,
    currency,
    spend,
    lines,
  ],
};

export const byCoding: TableSheet<CodingTotal> = {
  name: "By cost centre and account",
  columns: [
    { header: "Cost centre", width: 24, type: "text", value: (row) => row.costCentre ?? "(none)" },
    { header: "Account", width: 26, type: "text", value: (row) => row.code ?? "(not assigned)" },
    { header: "Tax treatment", width: 22, type: "text", value: (row) => row.taxTreatment },
    { header: "Vendor", width: 28, type: "text", value: (row) => row.vendor },
    currency,
    spend,
    lines,
  ],
};

export const inBooksCurrency: TableSheet<FunctionalTotal> = {
  name: "Functional currency",
  columns: [
    { header: "Provider", width: 18, type: "text", value: (row) => row.provider },
    { header: "Account", width: 20, type: "text", value: (row) => row.account },
    { header: "Wallet", width: 30, type: "text", value: (row) => row.wallet },
    { header: "Wallet currency", width: 16, type: "text", value: (row) => row.walletCurrency },
    currency,
    { header: "Opening", width: 17, type: "amount", value: (row) => row.opening },
    { header: "Money in", width: 17, type: "amount", value: (row) => row.moneyIn },
    { header: "Money out", width: 17, type: "amount", value: (row) => row.moneyOut },
    { header: "Exchange difference", width: 19, type: "amount", value: (row) => row.exchangeDifference },
    { header: "Closing", width: 17, type: "amount", value: (row) => row.closing },
    {
      header: "Drawn before it was paid",
      width: 26,
      type: "text",
      // In another currency than the rest, so not to be summed with it.
      value: ({ uncovered, walletCurrency }) => (uncovered === "0" ? null : `${uncovered} ${walletCurrency}`),
    },
    { header: "Policy", width: 20, type: "text", value: (row) => row.policy },
  ],
};

function nameOfResource({ resource, others }: ResourceTotal): string {
  if (others > 0) return `(${others} further resources)`;
  return resource ?? "(none stated)";
}
