import type { Mapping, MappingEffect } from "@spendbook/normalizer";
import { formatTable } from "../output/format-table.js";

/** What a mapping does to a month, for a person: each rule with what it takes, and what none does. */
export function formatMappingEffect({ rules }: Mapping, { rules: effects, unmapped }: MappingEffect): string {
  const decided = rules.map(({ match, assign }, index) => {
    const { lines = 0, spend = [] } = effects[index] ?? {};
    const amounts = spend.map(({ amount, currency }) => `${amount} ${currency}`).join(", ");
    return [
      String(index + 1),
      cut(list(match) || "every line", 42),
      cut(list(assign) || "nothing", 36),
      String(lines),
      amounts,
    ];
  });
  const table = formatTable(["rule", "matches", "assigns", "lines", "spend"], decided, "rllrr");
  if (unmapped.length === 0) return `${table}\n\nEvery line of spending is mapped.\n`;
  const rest = unmapped.map(({ provider, account, service, keyName, currency, spend, lines }) => [
    cut(`${provider}/${account}`),
    cut(service ?? "not stated"),
    cut(keyName ?? "not stated"),
    String(lines),
    spend,
    currency,
  ]);
  const missed = formatTable(["account", "service", "key", "lines", "spend", ""], rest, "lllrrl");
  return `${table}\n\nNo rule matches\n${missed}\n`;
}

/** So that the table stays on 120 columns; `--json` has the whole text. */
function cut(text: string, widest = 28): string {
  const characters = [...text];
  return characters.length <= widest ? text : `${characters.slice(0, widest - 1).join("")}…`;
}

function list(values: object): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${value === null ? "not stated" : value}`)
    .join(", ");
}
