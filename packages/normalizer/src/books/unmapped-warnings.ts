import { decimalText } from "../decimal-text.js";
import { exactDecimal, zero } from "../exact-decimal.js";
import type { Warning } from "../statement.js";
import type { UnmappedLines } from "./mapping-effect.js";

/** A warning `unmapped_lines` for each account with lines of spending that no rule matches: how many, and how to mend it. */
export function unmappedWarnings(unmapped: readonly UnmappedLines[]): Warning[] {
  const names = new Set(unmapped.map(nameOf));
  return [...names].map((account) => {
    const groups = unmapped.filter((each) => nameOf(each) === account);
    const lines = groups.reduce((sum, group) => sum + group.lines, 0);
    const message = `${account}: lines of spending that no rule of the mapping matches: ${lines} (${spendOf(groups)}). Add a rule, such as ${ruleFor(groups)}; --dry-run lists them all.`;
    return { code: "unmapped_lines", message, account };
  });
}

function nameOf({ provider, account }: UnmappedLines): string {
  return `${provider}/${account}`;
}

/** A sum for each currency. */
function spendOf(groups: readonly UnmappedLines[]): string {
  const sums = new Map<string, typeof zero>();
  for (const { currency, spend } of groups) sums.set(currency, (sums.get(currency) ?? zero).plus(exactDecimal(spend)));
  return [...sums].map(([currency, sum]) => `${decimalText(sum)} ${currency}`).join(", ");
}

/** A rule for the group with the most lines, to be completed with an account of the books. */
function ruleFor(groups: readonly UnmappedLines[]): string {
  const [first] = [...groups].sort((a, b) => b.lines - a.lines);
  const match = { provider: first?.provider, account: first?.account, service: first?.service };
  return JSON.stringify({ match, assign: { code: "…" } });
}
