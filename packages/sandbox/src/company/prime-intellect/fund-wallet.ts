import { compareTexts } from "../../compare-texts.js";
import { JsonNumber } from "../../json.js";
import { signUp } from "../calendar.js";
import { dateOf, instant, minute, printMilliseconds } from "../instant.js";
import type { Movement } from "../movement.js";
import { formatNanos } from "../nanos.js";
import type { Planned } from "../planned.js";
import type { PrimeIntellectFunding } from "./billing.js";
import { movementOf, type PrimeIntellectBook } from "./wallet-book.js";

/**
 * Money in as an automatic top-up would bring it: one at the start, and one shortly before each charge that would
 * leave less than `floor`. The provider lists none of it.
 */
export function fundWallet(
  charges: readonly Movement[],
  topUp: bigint,
  floor: bigint,
  book: PrimeIntellectBook,
): Planned<PrimeIntellectFunding>[] {
  const planned = [fund(topUp, signUp, book)];
  let balance = topUp;
  for (const { amount, at } of charges.toSorted((one, other) => compareTexts(one.at, other.at))) {
    if (balance + amount < floor) {
      planned.push(fund(topUp, instant(at) - 7 * minute, book));
      balance += topUp;
    }
    balance += amount;
  }
  return planned;
}

function fund(amount: bigint, time: number, book: PrimeIntellectBook): Planned<PrimeIntellectFunding> {
  const at = printMilliseconds(time);
  const row = { id: `top-up-${at}`, amount_usd: new JsonNumber(formatNanos(amount)) };
  const date = dateOf(time);
  const movement = {
    ...movementOf(book),
    recordId: null,
    kind: "top-up" as const,
    amount,
    service: null,
    postedOn: date,
    incurredOn: date,
    at,
  };
  return { timeline: [{ at, row }], movements: [movement] };
}
