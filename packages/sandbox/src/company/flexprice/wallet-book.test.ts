import { Big } from "big.js";
import { expect, test } from "vitest";
import { createCompany } from "../create-company.js";
import { stateAt } from "../timeline.js";

const company = createCompany();
const rows = company.flexprice.transactions.flatMap((timeline) => stateAt(timeline, company.end) ?? []);
const walletIds = company.flexprice.wallets.map(([{ row }]) => row.id);

test.each(walletIds)("%s: every completed transaction goes on where the one before it ended", (id) => {
  // A purchase on invoice moves the balance when it is paid, and its row says so only in updated_at.
  const movedAt = (row: (typeof rows)[number]) =>
    row.transaction_reason === "PURCHASED_CREDIT_INVOICED" ? row.updated_at : row.created_at;
  const chain = rows
    .filter((row) => row.wallet_id === id && row.transaction_status === "completed")
    .map((row, index) => ({ row, index, at: Date.parse(movedAt(row)) }))
    .sort((one, other) => one.at - other.at || one.index - other.index);
  let balance = new Big(0);
  for (const { row } of chain) {
    expect(row.credit_balance_before).toBe(balance.toFixed());
    balance = row.type === "credit" ? balance.plus(row.credit_amount) : balance.minus(row.credit_amount);
    expect(row.credit_balance_after).toBe(balance.toFixed());
  }
  const left = rows
    .filter((row) => row.wallet_id === id)
    .reduce((sum, row) => sum.plus(row.credits_available), new Big(0));
  expect(left.toFixed()).toBe(balance.toFixed());
});

test("amounts are credits at the rate of their direction", () => {
  for (const row of rows) {
    const rate = row.type === "credit" ? row.topup_conversion_rate : row.conversion_rate;
    expect(new Big(row.credit_amount).times(rate ?? "0").toFixed()).toBe(row.amount);
  }
});

test("a purchase on invoice is pending first, and is rewritten when it is paid", () => {
  const purchase = company.flexprice.transactions.find(([{ row }]) => row.created_at === "2026-09-29T08:00:00Z");
  const states = purchase?.map(({ at, row }) => [at, row.transaction_status, row.created_at]);
  expect(states).toEqual([
    ["2026-09-29T08:00:00.000Z", "pending", "2026-09-29T08:00:00Z"],
    ["2026-10-02T11:20:00.500Z", "completed", "2026-09-29T08:00:00Z"],
  ]);
  expect(purchase?.[0].row.credit_balance_after).toBe(purchase?.[0].row.credit_balance_before);
});

test("one wallet's credits cost what they are worth, the other's less", () => {
  const rates = company.flexprice.wallets.map(([{ row }]) => [
    row.currency,
    row.conversion_rate,
    row.topup_conversion_rate,
  ]);
  expect(rates).toEqual([
    ["usd", "0.01", "0.01"],
    ["eur", "1", "0.8"],
    ["usd", "1", "1"],
  ]);
});
