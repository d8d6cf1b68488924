import type { ProviderId } from "@spendbook/normalizer";

/** An account as it stands on a statement. */
export interface AccountName {
  readonly provider: ProviderId;
  readonly account: string;
}
