import type { Check, Evidence, Statement, WalletStatement } from "@spendbook/normalizer";

const movements = [
  ["top-ups", "topUps"],
  ["grants", "grants"],
  ["refunds", "refunds"],
  ["usage", "usage"],
  ["expired", "expired"],
  ["fees", "fees"],
  ["adjustments", "adjustments"],
  ["unclassified", "unclassified"],
  ["unexplained", "unexplained"],
] as const;

/** A statement on a page that a person can check: every wallet with its evidence, checks and notes. */
export function printStatement(statement: Statement): string {
  const { month, timezone, basis, status, asOf, notice, wallets, totals, byService, cutOff, warnings } = statement;
  const spending = totals.map(
    ({ currency, topUps, grants, spend, lines }) =>
      `${currency}  top-ups ${known(topUps)}  grants ${known(grants)}  spend ${known(spend)}  lines ${lines}`,
  );
  const services = byService.map(
    ({ provider, account, service, spend, currency, lines }) =>
      `${provider}/${account} ${JSON.stringify(service)}  ${spend} ${currency}  lines ${lines}`,
  );
  return [
    `Statement ${month}  ${timezone}  ${basis}  ${status}  as of ${known(asOf)}`,
    notice,
    ...wallets.map(printWallet),
    block("Totals", spending),
    block("By service", services),
    `Cut-off  ${cutOff.length} lines`,
    block(
      "Warnings",
      warnings.map(({ code, message }) => `${code}: ${message}`),
    ),
  ]
    .map((part) => `${part}\n`)
    .join("\n");
}

function printWallet(wallet: WalletStatement): string {
  const { provider, account, currency, completeness, verdict, opening, closing, spend, previousSpend, lines } = wallet;
  const figures = movements.map(([name, field]) => row(name, known(wallet[field])));
  const parts = wallet.buckets.map((part) =>
    row(
      part.bucket,
      `${known(part.opening)}  in ${known(part.moneyIn)}  out ${known(part.moneyOut)}  unexplained ${known(part.unexplained)}  = ${known(part.closing)}`,
    ),
  );
  return [
    `${provider}/${account}  ${wallet.wallet}  ${currency}  ${completeness}  ${verdict.toUpperCase()}`,
    row("opening", `${known(opening)}  ${printEvidence(wallet.openingEvidence)}`),
    ...figures,
    row("closing", `${known(closing)}  ${printEvidence(wallet.closingEvidence)}`),
    row("spend", `${known(spend)}  (month before ${known(previousSpend)}; lines ${lines})`),
    ...parts,
    ...wallet.checks.map(printCheck),
    ...wallet.notes.map((note) => `  - ${note}`),
  ].join("\n");
}

function printEvidence(evidence: Evidence | null): string {
  if (evidence === null) return "";
  const { method, balance, takenAt, moved, entries } = evidence;
  const stated = balance === null ? "" : ` ${balance} at ${known(takenAt)}`;
  return `(${method}${stated}${moved === null ? "" : `, moved ${moved}`}, entries ${entries})`;
}

function printCheck({ name, stated, found, difference, unit, outcome }: Check): string {
  const figures = `stated ${known(stated)}, found ${known(found)}, difference ${known(difference)} ${unit}`;
  return `  ${name}: ${outcome}; ${figures}`;
}

function block(title: string, lines: readonly string[]): string {
  return [title, ...lines.map((line) => `  ${line}`)].join("\n");
}

function row(name: string, text: string): string {
  return `  ${name.padEnd(14)}${text.trimEnd()}`;
}

function known(text: string | null): string {
  return text ?? "not known";
}
