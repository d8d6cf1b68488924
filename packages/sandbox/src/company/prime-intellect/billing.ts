import type { JsonNumber } from "../../json.js";
import type { Timeline } from "../timeline.js";

/** One billing row as `GET /api/v1/billing/wallet` prints it: a resource's charge so far. */
export interface PrimeIntellectBilling {
  readonly id: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly last_billed_at: string | null;
  /** US dollars, at most four decimals, a charge positive. */
  readonly amount_usd: JsonNumber;
  readonly currency: string;
  readonly resource_type: string;
  readonly resource_id: string | null;
}

/** Money in, which the provider's API does not list: only the balance shows it. */
export interface PrimeIntellectFunding {
  readonly id: string;
  readonly amount_usd: JsonNumber;
}

export interface PrimeIntellectWallet {
  readonly walletId: string;
  /** Null for the key owner's personal wallet. */
  readonly teamId: string | null;
  readonly billings: readonly Timeline<PrimeIntellectBilling>[];
  readonly funding: readonly Timeline<PrimeIntellectFunding>[];
}

export interface PrimeIntellectAccount {
  readonly account: string;
  readonly team: PrimeIntellectWallet;
  readonly personal: PrimeIntellectWallet;
}
