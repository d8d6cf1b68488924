import type { Check, WalletStatement } from "@spendbook/normalizer";
import { verdictBadge } from "./badge.js";
import { bucketTable } from "./bucket-table.js";
import { checkList } from "./check-list.js";
import { type Content, type Element, element } from "./element.js";
import { evidenceList } from "./evidence-list.js";
import { rollForwardTable } from "./roll-forward-table.js";
import { walletView } from "./wallet-name.js";

/** One wallet: its roll-forward, what its ends rest on, every comparison made, and its parts. */
export function walletCard(wallet: WalletStatement, index: number): Element {
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
    element("div", {}, rollForwardTable(wallet), evidenceList(wallet)),
    element("div", { class: "proof" }, proof(checks, notes)),
    buckets.length === 0 ? null : bucketTable(wallet),
  );
}

function proof(checks: readonly Check[], notes: readonly string[]): Content {
  return [
    checks.length === 0 ? null : [element("h4", {}, "Checks"), checkList(checks)],
    notes.length === 0 ? null : [element("h4", {}, "Notes"), noteList(notes)],
  ];
}

function noteList(notes: readonly string[]): Element {
  return element(
    "ul",
    { class: "notes" },
    notes.map((note) => element("li", {}, note)),
  );
}
