import type { Statement, StatementNumber } from "@spendbook/normalizer";
import type { Charge } from "./charge.js";
import { type ChargedQuantity, chargedQuantity } from "./charged-quantity.js";
import { type ProviderService, providerServices } from "./provider-service.js";
import { type SecondPeriod, wholeSeconds } from "./whole-seconds.js";

/** A charge with everything that a row's columns are read from. */
export interface FocusRow extends Charge {
  readonly statement: Statement;
  readonly number: StatementNumber | null;
  readonly billingPeriod: SecondPeriod;
  readonly chargePeriod: SecondPeriod;
  readonly provider: ProviderService;
  readonly quantity: ChargedQuantity | null;
}

/** Completes charges of one statement. */
export function createFocusRow(statement: Statement, billingPeriod: SecondPeriod): (charge: Charge) => FocusRow {
  const numbers = new Map(statement.numbers.map((each) => [keyOf(each), each]));
  return (charge) => {
    const { source } = charge;
    const postedAt = source.postedAt ?? billingPeriod.start;
    const { start, end } = source.chargePeriod ?? { start: postedAt, end: postedAt };
    return {
      ...charge,
      statement,
      number: numbers.get(keyOf(source)) ?? null,
      billingPeriod,
      chargePeriod: wholeSeconds(start, end),
      provider: providerServices[source.provider],
      quantity: chargedQuantity(charge),
    };
  };
}

/** A provider's name has no slash. */
function keyOf({ provider, account }: Pick<StatementNumber, "provider" | "account">): string {
  return `${provider}/${account}`;
}
