import type { Case } from "../assessment.js";
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
export function checkChain({ sums: { chain } }: Case): Check {
  const name = "credit-chain";
  if (chain.unstated > 0) {
    const note = `Transactions that do not state the balance before and after them: ${chain.unstated}. ${askAgain}`;
    return createCheck(name, "credits", null, null, "missing", note);
  }
  const isWhole = chain.isWhole();
  const gap = isWhole ? zero : chain.gap();
  const { recorded: found, length } = chain;
  const stated = chain.moved.plus(gap);
  if (found === null) {
    const note = `A transaction does not state its credits. ${askAgain}`;
    return createCheck(name, "credits", stated, null, "missing", note);
  }
  if (signOf(gap) === 0 && stated.eq(found)) {
    const others = isWhole ? "" : " In other months the chain breaks.";
    const note = `Each of the month's ${length} transactions begins with the credits that the one before it left.${others}`;
    return createCheck(name, "credits", stated, found, "agrees", note);
  }
  const note =
    signOf(gap) === 0
      ? `The transactions' balances say that they moved ${decimalText(stated)} credits, their own credits ${decimalText(found)}. One of them has changed. ${askAgain}`
      : `The chain breaks by ${decimalText(gap)} credits${describePlaces(chain.breaks())}. A transaction is missing, doubled or changed there. ${askAgain}`;
  return createCheck(name, "credits", stated, found, "differs", note);
}

const askAgain = "Collect again; if it stays, ask the provider.";

function describePlaces(breaks: readonly ChainBreak[]): string {
  const places = breaks.slice(0, named).map(describeBreak);
  if (places.length === 0) return "";
  return `: ${places.join("; ")}${breaks.length > named ? `; and ${breaks.length - named} more` : ""}`;
}

function describeBreak({ before, after }: ChainBreak): string {
  const begins = `${before.id} begins with ${before.before} credits`;
  return after === null
    ? `${begins}, and nothing was there before it`
    : `${begins}, but ${after.id} left ${after.after}`;
}
