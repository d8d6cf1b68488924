import type { Check, WalletStatement } from "@spendbook/normalizer";
import { type KeepLongText, textCell, writtenCell } from "./cells.js";
import { exactFigures, figureCell, walletKeys } from "./figure-cells.js";
import { grid } from "./reconciliation-grid.js";
import type { Section } from "./sections.js";
import { styles } from "./styles.js";
import { outcomeTones, tonedCell } from "./tones.js";

interface WalletCheck {
  readonly wallet: WalletStatement;
  readonly check: Check;
}

/** What each comparison sets against each other. */
export const checkNames: Readonly<Record<Check["name"], string>> = {
  "records-and-balance": "All records / balance",
  "opening-and-closing": "Two balances / entries between",
  "credits-and-balance": "Credits / balance in credits",
  "credit-chain": "Each balance before / after",
  "buckets-and-balance": "Parts / whole balance",
  "search-and-account": "Usage: search / account list",
  "lists-and-total": "Usage: by resource / whole",
  "records-and-count": "Records held / reported",
};

/** Every comparison of two independent figures that was made. */
export function checkSection(wallets: readonly WalletStatement[], keep: KeepLongText): Section<WalletCheck> {
  return {
    title: "Checks",
    about: "Each sets the provider's figure against ours; difference = stated − found.",
    columns: grid(
      "Provider",
      "Account",
      "Wallet",
      "Unit",
      "Check",
      ["Stated", "right"],
      ["Found", "right"],
      ["Difference", "right"],
      ["Outcome", "center"],
      "Note",
      "Exact figures",
    ),
    rows: wallets.flatMap((wallet) => wallet.checks.map((check) => ({ wallet, check }))),
    cells({ wallet, check: { name, stated, found, difference, unit, outcome, note } }) {
      const figures = { stated, found, difference };
      return [
        ...walletKeys(wallet, keep),
        textCell(unit, keep),
        writtenCell(checkNames[name]),
        ...Object.values(figures).map((figure) => figureCell(figure, unit)),
        tonedCell(outcome, outcomeTones[outcome]),
        textCell(note, keep, styles.wrapped),
        exactFigures(figures),
      ];
    },
  };
}
