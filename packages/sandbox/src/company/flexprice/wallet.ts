import type { Timeline } from "../timeline.js";
import type { FlexpriceTransaction } from "./transaction.js";

/** A wallet without its balances, which follow from its transactions. */
export interface FlexpriceWallet {
  readonly id: string;
  readonly customer_id: string;
  readonly name: string;
  readonly description: string;
  /** Lower case, as the provider prints it. */
  readonly currency: string;
  /** Currency for one credit spent. */
  readonly conversion_rate: string;
  /** Currency for one credit bought. */
  readonly topup_conversion_rate: string;
  readonly wallet_status: "active" | "frozen" | "closed";
  readonly wallet_type: "PRE_PAID" | "POST_PAID";
  readonly metadata: Readonly<Record<string, string>> | null;
  readonly created_at: string;
  /** Used and not debited yet, in currency, unpaid invoices included. */
  readonly current_period_usage: string;
  /** The usage part of unpaid invoices. */
  readonly unpaid_invoices_amount: string;
}

export interface FlexpriceAccount {
  readonly account: string;
  readonly wallets: readonly Timeline<FlexpriceWallet>[];
  readonly transactions: readonly Timeline<FlexpriceTransaction>[];
}
