import type { Assessment, Case } from "./assessment.js";
import { checkLedger } from "./checks/check-ledger.js";
import { describeFigures } from "./describe-figures.js";
import { zero } from "./exact-decimal.js";
import { judgeLedger } from "./judge-ledger.js";
import { findingsOf, type LedgerFindings } from "./ledger-findings.js";
import { type LedgerRoll, rollLedger } from "./roll-ledger.js";

/** Roll-forward and proof of a wallet of which all movements are recorded. */
export function assessLedger(each: Case): Assessment {
  const roll = rollLedger(each);
  const findings = findingsOf(each, roll);
  if (findings === null) return assessWithoutBalance(each, roll);
  const agrees = [findings.carried, findings.arisen, findings.arisenSince].every((figure) => figure.eq(zero));
  // Records that sum to the balance prove themselves, even after a collection that failed; no records prove nothing.
  if (each.isPartial && !(agrees && each.sums.hasEntries)) return assessPartial(each, roll, findings);
  const { verdict, notes } = judgeLedger(each, findings);
  return {
    verdict,
    isWhole: true,
    opening: roll.opening,
    closing: roll.closing,
    unexplained: roll.unexplained,
    inferred: [],
    isMoneyInKnown: true,
    compared: findings.compared,
    checks: checkLedger(each, { ...findings, verdict }),
    notes,
  };
}

function assessWithoutBalance(each: Case, { opened, opening, closing, last }: LedgerRoll): Assessment {
  return {
    verdict: "unproved",
    isWhole: !each.isPartial,
    opening: each.isPartial ? opened : opening,
    closing: each.isPartial ? null : closing,
    unexplained: null,
    inferred: [],
    isMoneyInKnown: true,
    compared: last,
    checks: checkLedger(each, null),
    notes: [last === null ? noBalanceNote : noCreditsNote],
  };
}

/** Records may be missing, so that nothing follows from those that are there. */
function assessPartial(each: Case, { opened, currency }: LedgerRoll, { compared }: LedgerFindings): Assessment {
  const { sums } = each;
  const balance = sums.balances[compared];
  const figures =
    balance === undefined
      ? ""
      : `${describeFigures(balance.stated.minus(currency[compared] ?? zero), balance.stated, sums.currency, `the provider's balance at ${balance.takenAt}`)} `;
  return {
    verdict: "unproved",
    isWhole: false,
    opening: opened,
    closing: null,
    unexplained: null,
    inferred: [],
    isMoneyInKnown: true,
    compared,
    checks: checkLedger(each, null),
    notes: [`${figures}Records may be missing; see the warnings, then collect again.`],
  };
}

const noBalanceNote =
  "There is no balance to compare the records with. Collect again: the balance is read after the records.";
const noCreditsNote =
  "The balance or a record does not state its credits, and the wallet's two rates differ or are not stated, so they cannot be compared. Collect again; if it stays, ask the provider.";
