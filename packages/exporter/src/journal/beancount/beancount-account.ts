import { createHash } from "node:crypto";
import type { ChartOfAccounts } from "@spendbook/normalizer";
import type { WalletKey } from "../movement.js";

type Role = keyof ChartOfAccounts;

const roots: Readonly<Record<Role, string>> = {
  prepaid: "Assets",
  bank: "Assets",
  usage: "Expenses",
  grants: "Income",
  expired: "Expenses",
  fees: "Expenses",
  adjustments: "Expenses",
  suspense: "Assets",
  rounding: "Expenses",
  openingBalances: "Equity",
};

/**
 * The account of a chart as beancount takes it: `Assets:Prepaid AI Credits` is `Assets:Prepaid-AI-Credits`, and a code
 * that begins with none of beancount's five roots is put below the one of its role: `6310` is `Expenses:6310`.
 */
export function chartAccount(name: string, role: Role): string {
  const parts = name.split(":").map(chartComponent);
  const isRooted = /^(Assets|Liabilities|Equity|Income|Expenses)$/.test(parts[0] ?? "") && parts.length > 1;
  return (isRooted ? parts : [roots[role], ...parts]).join(":");
}

/** A wallet's own account below the chart's: `Assets:Prepaid:Neevcloud:Acme:Org--1`. */
export function walletAccount(prepaid: string, { provider, account, wallet }: Omit<WalletKey, "currency">): string {
  return [chartAccount(prepaid, "prepaid"), ...[provider, account, wallet].map(component)].join(":");
}

function chartComponent(text: string): string {
  const isSimple = /^[A-Za-z0-9]+([ -][A-Za-z0-9]+)*$/.test(text);
  return isSimple ? capitalized(text.replaceAll(" ", "-")) : named(text);
}

/** Different texts give different components: `_` is `--`, and whatever else is told apart by a hash after `---`. */
function component(text: string): string {
  const isSimple = /^[a-z0-9]+([-_][a-z0-9]+)*$/.test(text) && text.length <= 100;
  return isSimple ? capitalized(text.replaceAll("_", "--")) : named(text);
}

function named(text: string): string {
  const words =
    text
      .match(/[A-Za-z0-9]+/g)
      ?.join("-")
      .slice(0, 40) ?? "";
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return `${capitalized(words === "" ? "X" : words)}---${hash}`;
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
