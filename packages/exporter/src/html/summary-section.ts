import type { CurrencyTotal, Statement, Verdict, WalletStatement } from "@spendbook/normalizer";
import { amountView } from "./amount.js";
import { verdictBadge } from "./badge.js";
import { changeOf, changeText } from "./change.js";
import { dataTable } from "./data-table.js";
import { type Element, element } from "./element.js";
import { counted, countText } from "./group-digits.js";
import { section } from "./section.js";
import { walletView } from "./wallet-name.js";
import { completenessMeanings, verdictMeanings } from "./words.js";

const verdicts: readonly Verdict[] = ["broken", "unproved", "explained", "proved"];

/** The month on half a page: what was spent in each currency, and how far each wallet is proved. */
export function summarySection({ wallets, totals }: Statement): Element {
  return section(
    "summary",
    "Summary",
    totals.length === 0
      ? element("p", {}, "Nothing was collected for this month.")
      : element("ul", { class: "figures" }, totals.map(figure)),
    wallets.length === 0 ? null : [verdictLine(wallets), walletTable(wallets), meanings(wallets)],
  );
}

function figure({ currency, spend, previousSpend, topUps, grants, lines }: CurrencyTotal): Element {
  return element(
    "li",
    { class: "figure" },
    element("span", { class: "label" }, `Spend, ${currency}`),
    element("span", { class: "large" }, amountView(spend)),
    element("span", {}, changeText(changeOf(spend, previousSpend, currency), currency)),
    element("span", {}, "Top-ups ", amountView(topUps), " · grants ", amountView(grants)),
    element("span", {}, counted(lines, "line")),
  );
}

function verdictLine(wallets: readonly WalletStatement[]): Element {
  const counts = verdicts.map(
    (verdict) => [verdict, wallets.filter((wallet) => wallet.verdict === verdict).length] as const,
  );
  const found = counts.filter(([, count]) => count > 0);
  return element(
    "p",
    { class: "verdict-line" },
    `${counted(wallets.length, "wallet")}: `,
    found.map(([verdict, count], index) => [index === 0 ? "" : ", ", `${countText(count)} `, verdictBadge(verdict)]),
    ".",
  );
}

function walletTable(wallets: readonly WalletStatement[]): Element {
  return dataTable<WalletStatement>({
    caption: "Wallets, their verdicts and balances",
    isWide: true,
    asCards: true,
    columns: [
      { label: "Wallet", content: walletView },
      { label: "Verdict", content: ({ verdict }) => verdictBadge(verdict) },
      { label: "Collected", content: ({ completeness }) => completeness },
      { label: "Currency", content: ({ currency }) => currency },
      { label: "Opening", amount: ({ opening }) => opening },
      { label: "Spend", amount: ({ spend }) => spend },
      { label: "Closing", amount: ({ closing }) => closing },
      { label: "Lines", className: "number", content: ({ lines }) => countText(lines) },
    ],
    rows: wallets,
  });
}

function meanings(wallets: readonly WalletStatement[]): Element {
  const words = [
    ...verdicts
      .filter((each) => wallets.some(({ verdict }) => verdict === each))
      .map((each) => [each, verdictMeanings[each]] as const),
    ...(["full-ledger", "usage-only", "balance-only", "partial"] as const)
      .filter((each) => wallets.some(({ completeness }) => completeness === each))
      .map((each) => [each, completenessMeanings[each]] as const),
  ];
  return element(
    "dl",
    { class: "meanings" },
    words.map(([word, meaning]) => element("div", {}, element("dt", {}, word), element("dd", {}, meaning))),
  );
}
