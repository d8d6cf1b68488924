import type { Timeline } from "../timeline.js";

/** One movement as `GET …/wallets/transactions` prints it. */
export interface NeevCloudTransaction {
  readonly id: string;
  readonly organization_id: string;
  /** Micro-dollars, positive in both directions. */
  readonly amount_micro_dollars: number;
  readonly transaction_type: "CREDIT" | "DEBIT";
  readonly transaction_source: "grant" | "payment" | "system" | "coupon" | "refer_and_earn" | (string & {});
  readonly transaction_description: string;
  readonly type?: string | null;
  readonly created_at: string;
  readonly hour_start?: string;
}

export interface NeevCloudAccount {
  readonly account: string;
  readonly orgId: string;
  readonly createdAt: string;
  readonly transactions: readonly Timeline<NeevCloudTransaction>[];
}
