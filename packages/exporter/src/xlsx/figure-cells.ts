import { decimalCell, type KeepLongText, textCell, type WorkbookCell, writtenCell } from "./cells.js";
import { styles } from "./styles.js";

/** A figure of a check with all its digits, for the last may be what matters; empty where unknown. */
export function figureCell(figure: string | null, unit: string): WorkbookCell | null {
  if (figure === null) return null;
  return decimalCell(figure, unit === "records" ? styles.count : styles.decimal);
}

/** Those of a row's figures that a number does not hold, by their names. */
export function exactFigures(figures: Readonly<Record<string, string | null>>): WorkbookCell | null {
  const exact = Object.entries(figures).flatMap(([name, figure]) =>
    figure === null || decimalCell(figure).exact === undefined ? [] : [`${name} ${figure}`],
  );
  return exact.length === 0 ? null : writtenCell(exact.join("; "));
}

/** The cells that name a wallet. */
export function walletKeys(
  { provider, account, wallet }: { readonly provider: string; readonly account: string; readonly wallet: string },
  keep: KeepLongText,
): readonly WorkbookCell[] {
  return [provider, account, wallet].map((text) => textCell(text, keep));
}
