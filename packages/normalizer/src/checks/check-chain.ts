import type { Case } from "../assessment.js";
import { isWithin } from "../compare-instants.js";
import type { ChainBreak } from "../credit-chain.js";
import { decimalText } from "../decimal-text.js";
import type { Check } from "../evidence.js";
import { signOf, zero } from "../exact-decimal.js";
import { createCheck } from "./create-check.js";

/** How many breaks a note names. */
const named = 3;

/**
 * Each transaction's balance before against the balance after the one before it, and what the balances say that the
 * month's transactions moved against their credits. Source: `credit_balance_before` and `credit_balance_after`.
 */
export function checkChain({ sums, scope }: Case): Check {
  const { chain } = sums;
  const name = "credit-chain";
  if (chain.unstated > 0) {
    const note = `Transactions that do not state the balance before and after them: ${chain.unstated}. Collect again; if it stays, ask the provider.`;
    return createCheck(name, "credits", null, null, "missing", note);
  }
  const period = { start: scope.start, end: scope.end };
  const breaks = chain.breaks();
  const own = breaks.filter(({ before }) => isWithin(before.postedAt, period));
  const gap = own.reduce((sum, { before, after }) => sum.plus(before.credits).minus(after?.credits ?? zero), zero);
  const found = chain.recorded;
  const stated = chain.moved.plus(gap);
  const isWhole = own.length === 0 && found !== null && stated.eq(found);
  if (isWhole) {
    const others = breaks.length === 0 ? "" : ` Other months have breaks: ${breaks.length}.`;
    const note = `Each of the month's ${chain.length} transactions begins with the credits that the one before it left.${others}`;
    return createCheck(name, "credits", stated, found, "agrees", note);
  }
  const places = own.slice(0, named).map(describeBreak).join("; ");
  const more = own.length > named ? `; and ${own.length - named} more` : "";
  const note =
    own.length > 0
      ? `The chain breaks: ${places}${more}. A transaction is missing, doubled or changed there. Collect again; if it stays, ask the provider.`
      : found === null
        ? "A transaction does not state its credits. Collect again; if it stays, ask the provider."
        : `The transactions' balances say that they moved ${decimalText(stated)} credits, their own credits ${decimalText(found)}. One of them has changed. Collect again; if it stays, ask the provider.`;
  return createCheck(name, "credits", stated, found, found === null && signOf(gap) === 0 ? "missing" : "differs", note);
}

function describeBreak({ before, after }: ChainBreak): string {
  const begins = `${before.id} begins with ${decimalText(before.credits)} credits`;
  return after === null
    ? `${begins}, and nothing was there before it`
    : `${begins}, but ${after.id} left ${decimalText(after.credits)}`;
}
