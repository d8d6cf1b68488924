import { decimalText } from "../decimal-text.js";
import { negated, zero } from "../exact-decimal.js";
import type { LedgerEntry } from "../ledger-entry.js";
import type { LineCoding } from "../line-coding.js";
import type { ProviderId } from "../record.js";
import { compareTexts } from "../statement-totals.js";
import { addSpend, type Spend } from "../wallet-sums.js";

/** How many lines of the month a rule decides, and what they spend, positive, by currency. */
export interface RuleEffect {
  /** From 1, in the order of the mapping. */
  readonly rule: number;
  readonly lines: number;
  readonly spend: readonly { readonly currency: string; readonly amount: string }[];
}

/** Usage and refunds, or corrections of them, that no rule matches. */
export interface UnmappedLines {
  readonly provider: ProviderId;
  readonly account: string;
  readonly service: string | null;
  readonly keyName: string | null;
  readonly currency: string;
  readonly spend: string;
  readonly lines: number;
}

export interface MappingEffect {
  readonly rules: readonly RuleEffect[];
  /** In order of account, service, key and currency. */
  readonly unmapped: readonly UnmappedLines[];
}

/** Follows what a mapping does to the lines of a month. */
export function createMappingEffect(rules: number): {
  add(line: LedgerEntry, coding: LineCoding): void;
  finish(): MappingEffect;
} {
  const effects = Array.from({ length: rules }, () => ({ lines: 0, spend: new Map<string, Spend>() }));
  const unmapped = new Map<string, { line: LedgerEntry; spend: Map<string, Spend> }>();

  function add(line: LedgerEntry, coding: LineCoding): void {
    const kind = line.corrects?.kind ?? line.kind;
    const isExpense = kind === "usage" || kind === "refund";
    const amount = isExpense ? (line.amount?.amount ?? zero) : zero;
    const effect = coding.rule === null ? undefined : effects[coding.rule - 1];
    if (effect !== undefined) {
      effect.lines += 1;
      if (isExpense) addSpend(effect.spend, line.currency, amount);
    } else if (isExpense) {
      const key = JSON.stringify([line.provider, line.account, line.service, line.keyName]);
      const group = unmapped.get(key) ?? { line, spend: new Map<string, Spend>() };
      unmapped.set(key, group);
      addSpend(group.spend, line.currency, amount);
    }
  }

  function finish(): MappingEffect {
    return {
      rules: effects.map(({ lines, spend }, index) => ({
        rule: index + 1,
        lines,
        spend: [...spend].map(([currency, { amount }]) => ({ currency, amount: decimalText(negated(amount.total)) })),
      })),
      unmapped: [...unmapped.values()]
        .flatMap(({ line: { provider, account, service, keyName }, spend }) =>
          [...spend].map(([currency, { amount, lines }]) => ({
            provider,
            account,
            service,
            keyName,
            currency,
            spend: decimalText(negated(amount.total)),
            lines,
          })),
        )
        .sort((a, b) =>
          compareTexts(
            [a.provider, b.provider],
            [a.account, b.account],
            [a.service, b.service],
            [a.keyName, b.keyName],
            [a.currency, b.currency],
          ),
        ),
    };
  }

  return { add, finish };
}
