import type { LedgerEntry } from "../ledger-entry.js";
import type { LineCoding } from "../line-coding.js";
import type { MappingRule, RuleConditions } from "./mapping.js";

type Test = (entry: LedgerEntry) => boolean;

const values: { readonly [Name in keyof RuleConditions]-?: (entry: LedgerEntry) => string | null } = {
  provider: (entry) => entry.provider,
  account: (entry) => entry.account,
  wallet: (entry) => entry.wallet,
  kind: (entry) => entry.corrects?.kind ?? entry.kind,
  service: (entry) => entry.service,
  resource: (entry) => entry.resource,
  keyName: (entry) => entry.keyName,
};

/** Gives each entry what the first matching rule assigns; where none matches everything is null, the rule too. */
export function createCoder(rules: readonly MappingRule[]): (entry: LedgerEntry) => LineCoding {
  const tests = rules.map(({ match }) => testOf(match));
  const codings = rules.map(({ assign }, index): LineCoding => {
    const { code = null, costCentre = null, taxTreatment = null, vendor = null } = assign;
    return { code, costCentre, taxTreatment, vendor, rule: index + 1, functional: null };
  });
  return (entry) => codings[tests.findIndex((matches) => matches(entry))] ?? unmatched;
}

const unmatched: LineCoding = {
  code: null,
  costCentre: null,
  taxTreatment: null,
  vendor: null,
  rule: null,
  functional: null,
};

function testOf(match: RuleConditions): Test {
  const tests = Object.entries(match).flatMap(([name, wanted]): Test[] => {
    if (wanted === undefined) return [];
    const value = values[name as keyof RuleConditions];
    if (wanted === null || !wanted.includes("*")) return [(entry) => value(entry) === wanted];
    const pattern = patternOf(wanted);
    return [(entry) => pattern.test(value(entry) ?? "") && value(entry) !== null];
  });
  return (entry) => tests.every((holds) => holds(entry));
}

/** Runs of stars are one, for side by side they would only cost time. */
function patternOf(wanted: string): RegExp {
  const parts = wanted.split(/\*+/).map((part) => part.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join(".*")}$`, "s");
}
