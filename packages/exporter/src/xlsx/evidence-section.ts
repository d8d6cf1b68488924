import type { Evidence, WalletStatement } from "@spendbook/normalizer";
import { cellOf, countCell, type KeepLongText, textCell, writtenCell } from "./cells.js";
import { evidenceMethods } from "./describe-evidence.js";
import { exactFigures, figureCell, walletKeys } from "./figure-cells.js";
import { grid } from "./reconciliation-grid.js";
import type { Section } from "./sections.js";

interface WalletEvidence {
  readonly wallet: WalletStatement;
  readonly edge: "opening" | "closing";
  readonly evidence: Evidence;
}

/** What the opening and closing balances of the wallets rest on. */
export function evidenceSection(wallets: readonly WalletStatement[], keep: KeepLongText): Section<WalletEvidence> {
  return {
    title: "Evidence",
    about: "What each opening and closing balance rests on.",
    columns: grid(
      "Provider",
      "Account",
      "Wallet",
      "Currency",
      "Balance",
      ["Stated", "right"],
      ["Moved since", "right"],
      "Taken at (UTC)",
      ["Entries", "right"],
      "Method",
      "Exact figures",
    ),
    rows: wallets.flatMap((wallet) => [
      ...ofEdge(wallet, "opening", wallet.openingEvidence),
      ...ofEdge(wallet, "closing", wallet.closingEvidence),
    ]),
    cells: ({ wallet, edge, evidence }) => [
      ...walletKeys(wallet, keep),
      textCell(wallet.currency, keep),
      writtenCell(edge),
      figureCell(evidence.balance, wallet.currency),
      figureCell(evidence.moved, wallet.currency),
      cellOf("instant", evidence.takenAt, keep),
      countCell(evidence.entries),
      writtenCell(evidenceMethods[evidence.method]),
      exactFigures({ stated: evidence.balance, moved: evidence.moved }),
    ],
  };
}

function ofEdge(wallet: WalletStatement, edge: WalletEvidence["edge"], evidence: Evidence | null): WalletEvidence[] {
  return evidence === null ? [] : [{ wallet, edge, evidence }];
}
