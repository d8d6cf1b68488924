import type { Statement, WalletStatement } from "@spendbook/normalizer";
import { verdictBadge } from "./badge.js";
import { bucketTable } from "./bucket-table.js";
import { checkList } from "./check-list.js";
import { dataTable } from "./data-table.js";
import { type Element, element } from "./element.js";
import { evidenceList } from "./evidence-list.js";
import { section } from "./section.js";
import { accountText, walletView } from "./wallet-name.js";

/** Each wallet from its opening to its closing, with what both rest on and every comparison made. */
export function rollForwardSection({ wallets }: Statement): Element {
  return section(
    "roll-forward",
    "Roll-forward",
    element(
      "p",
      { class: "lead" },
      "Into the wallet is positive, out of it negative. What is not known is never counted as nothing.",
    ),
    wallets.map(walletCard),
  );
}

function walletCard(wallet: WalletStatement, index: number): Element {
  const id = `wallet-${index + 1}`;
  const { checks, buckets, notes } = wallet;
  return element(
    "article",
    { class: "wallet", "aria-labelledby": id },
    element(
      "header",
      {},
      element("h3", { id }, walletView(wallet), ` ${wallet.currency}`),
      verdictBadge(wallet.verdict),
      element("span", { class: "muted" }, wallet.completeness),
    ),
    rollForwardTable(wallet),
    element(
      "div",
      { class: "evidence" },
      evidenceList(wallet),
      checks.length === 0 ? null : [element("h4", {}, "Checks"), checkList(checks)],
      notes.length === 0
        ? null
        : [
            element("h4", {}, "Notes"),
            element(
              "ul",
              { class: "notes" },
              notes.map((note) => element("li", {}, note)),
            ),
          ],
    ),
    buckets.length === 0 ? null : bucketTable(wallet),
  );
}

interface Step {
  readonly label: string;
  readonly amount: string | null;
}

function rollForwardTable(wallet: WalletStatement): Element {
  const rows: readonly Step[] = [
    { label: "Opening", amount: wallet.opening },
    { label: "Top-ups", amount: wallet.topUps },
    { label: "Grants", amount: wallet.grants },
    { label: "Refunds", amount: wallet.refunds },
    { label: "Usage", amount: wallet.usage },
    { label: "Expired", amount: wallet.expired },
    { label: "Fees", amount: wallet.fees },
    { label: "Adjustments", amount: wallet.adjustments },
    { label: "Unclassified", amount: wallet.unclassified },
    { label: "Unexplained difference", amount: wallet.unexplained },
    { label: "Closing", amount: wallet.closing },
  ];
  return dataTable<Step>({
    caption: `Roll-forward of ${accountText(wallet)} ${wallet.wallet} in ${wallet.currency}`,
    className: "roll-forward",
    columns: [
      { label: "Movement", content: ({ label }) => label },
      { label: wallet.currency, amount: ({ amount }) => amount },
    ],
    rows,
  });
}
