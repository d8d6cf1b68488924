import type { Statement, WalletStatement } from "@spendbook/normalizer";

const figures = [
  "opening",
  "topUps",
  "grants",
  "refunds",
  "usage",
  "expired",
  "fees",
  "adjustments",
  "unclassified",
  "unexplained",
  "closing",
  "spend",
  "lines",
  "completeness",
  "verdict",
] as const satisfies readonly (keyof WalletStatement)[];

/** One figure of a wallet in two statements; null where it is not known, or the wallet is not there. */
export interface FigureDifference {
  readonly figure: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface WalletDifference {
  readonly provider: string;
  readonly account: string;
  readonly wallet: string;
  readonly currency: string;
  readonly figures: readonly FigureDifference[];
}

/** The figures that differ, wallet by wallet in the order of the later statement; those that are gone come last. */
export function diffStatements(before: Statement, after: Statement): readonly WalletDifference[] {
  const gone = before.wallets.filter((wallet) => find(after, wallet) === undefined);
  return [...after.wallets, ...gone].flatMap((wallet): WalletDifference[] => {
    const [one, other] = [find(before, wallet), find(after, wallet)];
    const different = figures.flatMap((figure): FigureDifference[] => {
      const [was, is] = [textOf(one?.[figure]), textOf(other?.[figure])];
      return was === is ? [] : [{ figure, before: was, after: is }];
    });
    const { provider, account, currency } = wallet;
    return different.length === 0 ? [] : [{ provider, account, wallet: wallet.wallet, currency, figures: different }];
  });
}

function find({ wallets }: Statement, wanted: WalletStatement): WalletStatement | undefined {
  return wallets.find(
    (each) =>
      each.provider === wanted.provider &&
      each.account === wanted.account &&
      each.wallet === wanted.wallet &&
      each.currency === wanted.currency,
  );
}

function textOf(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
