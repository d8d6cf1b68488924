// @ts-check

/** @type {import("@spendbook/normalizer").Statement} */
export const emptyStatement = {
  schemaVersion: 1,
  month: "2026-10",
  timezone: "UTC",
  basis: "posted",
  asOf: null,
  status: "draft",
  numbers: [],
  notice: "Not a tax invoice.",
  wallets: [],
  totals: [],
  byService: [],
  byResource: [],
  byDay: [],
  byCoding: [],
  functional: null,
  balances: [],
  cutOff: [],
  warnings: [],
};
