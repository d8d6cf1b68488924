import type { WalletStatement } from "@spendbook/normalizer";
import { type KeepLongText, textCell, writtenCell } from "./cells.js";
import { checkNames } from "./check-section.js";
import { exactFigures, figureCell, walletKeys } from "./figure-cells.js";
import { isNothing } from "./is-nothing.js";
import { grid } from "./reconciliation-grid.js";
import type { Section } from "./sections.js";
import { styles } from "./styles.js";

interface Difference {
  readonly wallet: WalletStatement;
  readonly what: string;
  readonly amount: string | null;
  readonly unit: string;
  readonly note: string;
}

/** What no record explains, and the checks that do not simply agree. */
export function differenceSection(wallets: readonly WalletStatement[], keep: KeepLongText): Section<Difference> {
  return {
    title: "Differences",
    about: "What no record explains, and every check that does not simply agree.",
    columns: grid(
      "Provider",
      "Account",
      "Wallet",
      "Unit",
      "What",
      ["Difference", "right"],
      "",
      "",
      "",
      "Note",
      "Exact figures",
    ),
    rows: wallets.flatMap((wallet) => [...unexplainedOf(wallet), ...differingChecksOf(wallet)]),
    cells: ({ wallet, what, amount, unit, note }) => [
      ...walletKeys(wallet, keep),
      textCell(unit, keep),
      writtenCell(what),
      figureCell(amount, unit),
      null,
      null,
      null,
      textCell(note, keep, styles.wrapped),
      exactFigures({ difference: amount }),
    ],
  };
}

function unexplainedOf(wallet: WalletStatement): Difference[] {
  const { unexplained: amount, currency: unit } = wallet;
  if (isNothing(amount)) return [];
  return [{ wallet, what: "Unexplained movement", amount, unit, note: "No record explains it." }];
}

function differingChecksOf(wallet: WalletStatement): Difference[] {
  return wallet.checks
    .filter(({ outcome }) => outcome !== "agrees")
    .map(({ name, difference: amount, unit, note }) => ({ wallet, what: checkNames[name], amount, unit, note }));
}
