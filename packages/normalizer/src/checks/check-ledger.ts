import type { Big } from "big.js";
import type { Case } from "../assessment.js";
import { type Comparable, inCredits, inCurrency } from "../differences.js";
import type { Check } from "../evidence.js";
import { signOf } from "../exact-decimal.js";
import type { LedgerFindings } from "../ledger-findings.js";
import type { Verdict } from "../statement.js";
import { sumBetween, sumThrough } from "../sum-cells.js";
import { checkBuckets } from "./check-buckets.js";
import { checkChain } from "./check-chain.js";
import { checkCounts } from "./check-counts.js";
import { checkSecondList } from "./check-second-list.js";
import { createCheck } from "./create-check.js";

type Judged = LedgerFindings & { readonly verdict: Verdict };

/** Every comparison of two independent figures of a wallet of which all movements are recorded. */
export function checkLedger(each: Case, judged: Judged | null): Check[] {
  const { sums } = each;
  return [
    recordsAndBalance(each, judged),
    ...openingAndClosing(each, judged),
    ...(sums.provider === "flexprice" ? [creditsAndBalance(each, judged), checkChain(each)] : []),
    ...(sums.provider === "neevcloud" ? checkBuckets(each, judged?.compared ?? null) : []),
    ...(sums.provider === "wavespeed" ? [checkSecondList(each)] : []),
    ...checkCounts(each),
  ];
}

const collectAgain = "Collect again: the balance is read after the records.";

function recordsAndBalance(each: Case, judged: Judged | null): Check {
  const { sums, cells, scope } = each;
  const currency = inCurrency(sums.currency);
  const name = "records-and-balance";
  const index = judged?.compared ?? sums.balances.length - 1;
  const balance = sums.balances[index];
  if (balance === undefined) {
    return createCheck(name, sums.currency, null, null, "missing", `There is no balance. ${collectAgain}`);
  }
  const found = sumThrough(cells, index, currency.measure);
  const difference = found === null ? null : balance.stated.minus(found);
  const at = `All records against the balance at ${balance.takenAt}.`;
  const make = (outcome: Check["outcome"], note: string): Check =>
    createCheck(name, sums.currency, balance.stated, found, outcome, note);
  if (each.isPartial && difference?.eq("0") !== true) {
    return make("missing", `${at} Records may be missing; see the warnings, then collect again.`);
  }
  if (judged !== null && !judged.isOver) return make("missing", `${at} Collect once after ${scope.end}.`);
  if (difference?.eq("0") === true) return make("agrees", at);
  if (judged === null) return make("missing", `${at} The wallet's credits decide, and they are not stated.`);
  if (judged.verdict === "broken") return make("differs", `${at} See the notes.`);
  if (judged.verdict === "unproved") return make("missing", `${at} See the notes.`);
  return make("explained", `${at} The notes say where the difference comes from.`);
}

/** The movement between the two balances that stand for the month's beginning and end. */
function openingAndClosing(each: Case, judged: Judged | null): Check[] {
  if (judged === null) return [];
  const { sums, cells, scope } = each;
  const { comparable, first, last, isPlaced, arisen } = judged;
  const [from, to] = [sums.balances[first], sums.balances[last]];
  if (from === undefined || to === undefined) return [];
  if (!isPlaced) {
    // All records since the beginning sum to the balance: what came before the month needs no proof of its own.
    if (signOf(arisen) === 0) return [];
    const note = `There is no balance from about ${scope.start}. Collect on the first of each month.`;
    return [createCheck("opening-and-closing", comparable.unit, null, null, "missing", note)];
  }
  const moved = difference(comparable.stated(to), comparable.stated(from));
  const found = sumBetween(cells, first, last, comparable.measure);
  const at = `The balances at ${from.takenAt} and ${to.takenAt} against the records between.`;
  const isEqual = moved !== null && found !== null && moved.eq(found);
  if (isEqual) return [createCheck("opening-and-closing", comparable.unit, moved, found, "agrees", at)];
  const outcome = judged.verdict === "broken" ? "differs" : judged.verdict === "explained" ? "explained" : "missing";
  return [createCheck("opening-and-closing", comparable.unit, moved, found, outcome, `${at} See the notes.`)];
}

function creditsAndBalance(each: Case, judged: Judged | null): Check {
  const { sums, cells, scope } = each;
  const name = "credits-and-balance";
  const index = judged?.compared ?? sums.balances.length - 1;
  const balance = sums.balances[index];
  if (balance === undefined)
    return createCheck(name, "credits", null, null, "missing", `There is no balance. ${collectAgain}`);
  const found = sumThrough(cells, index, inCredits.measure);
  const at = `The credits of all records against the wallet's at ${balance.takenAt}.`;
  const make = (outcome: Check["outcome"], note: string): Check =>
    createCheck(name, "credits", balance.statedCredits, found, outcome, note);
  if (balance.statedCredits === null || found === null) {
    return make(
      "missing",
      `${at} The balance or a record does not state its credits. Collect again; if it stays, ask the provider.`,
    );
  }
  if (judged !== null && !judged.isOver) return make("missing", `${at} Collect once after ${scope.end}.`);
  if (found.eq(balance.statedCredits)) return make("agrees", at);
  if (each.isPartial || judged === null) return make("missing", `${at} Records may be missing; see the warnings.`);
  const isCarried = judged.comparable === (inCredits as Comparable) && signOf(judged.arisen) === 0;
  return make(isCarried ? "explained" : "differs", `${at} See the notes.`);
}

function difference(a: Big | null, b: Big | null): Big | null {
  return a === null || b === null ? null : a.minus(b);
}
