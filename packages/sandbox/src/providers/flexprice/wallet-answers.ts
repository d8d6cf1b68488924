import type { Big } from "big.js";
import type { FlexpriceTransaction } from "../../company/flexprice/transaction.js";
import type { FlexpriceWallet } from "../../company/flexprice/wallet.js";
import { compareTexts } from "../../compare-texts.js";
import { Exact, sumFigures } from "../../exact-decimal.js";
import { instantKey } from "../../server/instant-key.js";
import type { SandboxStore } from "../../store/sandbox-store.js";

type Store = SandboxStore["flexprice"];

/** `GET /wallets/{id}`: the wallet with its settled balance, which is what its completed transactions leave. */
export function printWallet(wallet: FlexpriceWallet, store: Store, nulls: boolean) {
  const { current_period_usage: _usage, unpaid_invoices_amount: _unpaid, ...own } = wallet;
  const { credits, updatedAt } = settle(wallet, store);
  return {
    ...own,
    balance: credits.times(wallet.conversion_rate).toFixed(),
    credit_balance: credits.toFixed(),
    alert_settings: nulls ? null : alertSettings,
    alert_state: "ok",
    auto_topup: nulls ? null : { enabled: true, amount: "500", threshold: "40", invoicing: false },
    config: { allowed_price_types: nulls ? null : ["ALL"] },
    metadata: nulls ? null : own.metadata,
    status: "published",
    tenant_id: "tenant_sandbox",
    environment_id: "env_production",
    created_by: "user_billing",
    updated_at: updatedAt,
    updated_by: "user_billing",
  };
}

const alertSettings = {
  alert_enabled: true,
  critical: { threshold: "10", condition: "below" },
  warning: { threshold: "50.5", condition: "below" },
  info: { threshold: "100", condition: "below" },
};

/** `GET /wallets/{id}/balance/real-time`: what is left once usage not yet debited is taken off. */
export function printBalance(
  wallet: FlexpriceWallet,
  store: Store,
  query: Readonly<Record<string, string>>,
  nulls: boolean,
) {
  const printed = printWallet(wallet, store, nulls);
  const isCached = query.from_cache === "true";
  const isActive = wallet.wallet_status === "active";
  const accrues = isActive && !isCached && wallet.wallet_type === "PRE_PAID";
  const usage = accrues ? wallet.current_period_usage : "0";
  const left = isActive ? new Exact(printed.balance).minus(usage) : new Exact(0);
  const computed = {
    real_time_balance: left.toFixed(),
    real_time_credit_balance: left.div(wallet.conversion_rate).toFixed(),
    current_period_usage: usage,
    balance_updated_at: printed.updated_at,
    ...(isActive && !isCached && { unpaid_invoices_amount: accrues ? wallet.unpaid_invoices_amount : "0" }),
  };
  const expands = (query.expand ?? "").split(",").includes("credits_available_breakdown");
  return {
    ...printed,
    ...(nulls ? Object.fromEntries(Object.keys(computed).map((key) => [key, null])) : computed),
    ...(expands && { credits_available_breakdown: breakDown(transactionsOf(wallet, store)) }),
    is_cached_fallback: isCached,
  };
}

/** The wallet's transactions, in the order in which they were added. */
export function transactionsOf(wallet: FlexpriceWallet, store: Store): readonly FlexpriceTransaction[] {
  return store.transactions.view(`of ${wallet.id}`, (rows) => rows.filter(({ wallet_id }) => wallet_id === wallet.id));
}

function settle(wallet: FlexpriceWallet, store: Store): { credits: Big; updatedAt: string } {
  const rows = transactionsOf(wallet, store);
  return store.transactions.view(`settled ${wallet.id}`, () => {
    const completed = rows.filter(({ transaction_status }) => transaction_status === "completed");
    const sumOf = (direction: string) =>
      sumFigures(completed.filter(({ type }) => type === direction).map(({ credit_amount }) => credit_amount));
    const newest = completed
      .map(({ updated_at }) => updated_at)
      .reduce((one, other) => (compareTexts(instantKey(one), instantKey(other)) < 0 ? other : one), wallet.created_at);
    return { credits: sumOf("credit").minus(sumOf("debit")), updatedAt: newest };
  });
}

function breakDown(rows: readonly FlexpriceTransaction[]): { free: string; purchased: string } {
  const isPurchase = ({ transaction_reason }: FlexpriceTransaction) =>
    ["PURCHASED_CREDIT_DIRECT", "PURCHASED_CREDIT_INVOICED"].includes(transaction_reason);
  const sumOf = (chosen: readonly FlexpriceTransaction[]) =>
    sumFigures(chosen.map(({ credits_available }) => credits_available)).toFixed();
  return { free: sumOf(rows.filter((row) => !isPurchase(row))), purchased: sumOf(rows.filter(isPurchase)) };
}
