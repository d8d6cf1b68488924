import type { components, WalletTransaction } from "@spendbook/neevcloud";
import { idDigits } from "./id-digits.js";
import { chargeOf, topUp } from "./micro-dollars.js";
import { monthStart, postingOf } from "./month.js";
import { pageOf, pageSize } from "./page.js";
import type { Workload } from "./workload.js";

type Wallet = components["schemas"]["WalletResponse"];

/** The organization that the measured account is of. */
export const orgId = "5f1f3a52-6c1e-4a31-9a55-0d1c0a6f2b11";

const hour = 3_600_000;

/** NeevCloud: a payment, then hourly charges; listed newest first, and not filtered. */
export function neevcloudWorkload(records: number): Workload {
  const path = `/api/v1/orgs/${orgId}/wallets`;
  const wallet = walletAfter(records);
  return {
    records,
    balance: wallet.balance_micro_dollars,
    answer({ operation, query }) {
      switch (operation) {
        case `GET ${path}`:
          return wallet;
        case `GET ${path}/transactions`: {
          const page = Number(query.get("page"));
          return {
            transactions: pageOf(page, 0, records, (index) => transactionAt(records - 1 - index, records)),
            pagination: {
              total_items: records,
              total_pages: Math.ceil(records / pageSize),
              current_page: page,
              items_per_page: pageSize,
            },
          };
        }
        default:
          return undefined;
      }
    },
  };
}

/** Transaction `index` in the order of posting; the first is the payment. */
function transactionAt(index: number, records: number): WalletTransaction {
  const digits = idDigits("neevcloud", index);
  const postedAt = postingOf(index, records);
  const common = {
    id: uuidOf(digits),
    organization_id: orgId,
    transaction_source: "payment",
    created_at: new Date(postedAt).toISOString(),
  } as const;
  if (index === 0)
    return {
      ...common,
      amount_micro_dollars: topUp,
      transaction_type: "CREDIT",
      transaction_description: "Wallet top-up",
      type: null,
    };
  return {
    ...common,
    amount_micro_dollars: chargeOf(index),
    transaction_type: "DEBIT",
    transaction_description: `Hourly usage of instance gpu-${index % 97}`,
    type: uuidOf(digits.slice(64)),
    hour_start: new Date(postedAt - (postedAt % hour) - hour).toISOString(),
  };
}

function uuidOf(digits: string): string {
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}

/** Micro-dollars: safe integers, so that adding them is exact. */
function walletAfter(records: number): Wallet {
  let balance = topUp;
  for (let index = 1; index < records; index += 1) balance -= chargeOf(index);
  return {
    org_id: orgId,
    balance_micro_dollars: balance,
    payment_balance_micro_dollars: balance,
    grants_balance_micro_dollars: 0,
    earn_balance_micro_dollars: 0,
    created_at: new Date(monthStart).toISOString(),
    updated_at: new Date(postingOf(records - 1, records)).toISOString(),
  };
}
