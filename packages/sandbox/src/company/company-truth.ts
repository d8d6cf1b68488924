import type { ProviderId } from "../provider-id.js";
import type { Company } from "./company.js";
import type { Movement, MovementKind } from "./movement.js";
import { formatNanos, multiplyNanos, nanos } from "./nanos.js";

/** The roll-forward of one wallet in one month, UTC, as the plan meant it: exact decimal strings with the wallet's sign. */
export interface WalletTruth {
  readonly provider: ProviderId;
  readonly account: string;
  readonly wallet: string;
  readonly currency: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly opening: string;
  readonly topUps: string;
  readonly grants: string;
  readonly refunds: string;
  readonly usage: string;
  readonly expired: string;
  readonly fees: string;
  readonly adjustments: string;
  readonly unclassified: string;
  readonly closing: string;
  /** −(usage + refunds). */
  readonly spend: string;
  /** Records that tell of the month, once each. */
  readonly lines: number;
  /** The closing balance in credits, where the wallet is kept in them. */
  readonly closingCredits: string | null;
  /** What the provider states at the month's end: `closing`, unless credits are bought and spent at different rates. */
  readonly balance: string;
}

export interface TruthOptions {
  /** Only what is shown by this instant; by default everything. */
  readonly asOf?: string;
  /** Whether the posting or the use decides the month; the posting by default. */
  readonly basis?: "posted" | "incurred";
}

/**
 * What a statement of each wallet and month has to say, summed from the plan's own movements in whole billionths:
 * no product code, no record and no floating-point number has a part in it. Prime Intellect's money in, which its API
 * does not list, is told too.
 */
export function companyTruth(
  company: Company,
  { asOf = company.end, basis = "posted" }: TruthOptions = {},
): WalletTruth[] {
  const shown = company.movements.filter(({ at }) => at <= asOf);
  const monthOf = (movement: Movement) => (basis === "posted" ? movement.postedOn : movement.incurredOn).slice(0, 7);
  const months = [...new Set(shown.map(monthOf))].sort();
  return [...groupByWallet(shown).values()].flatMap((movements) =>
    months.map((month) => withBalance(rollForward(movements, month, monthOf), company)),
  );
}

function groupByWallet(movements: readonly Movement[]): Map<string, [Movement, ...Movement[]]> {
  const wallets = new Map<string, [Movement, ...Movement[]]>();
  for (const movement of movements) {
    const key = `${movement.provider} ${movement.wallet}`;
    const known = wallets.get(key);
    if (known === undefined) wallets.set(key, [movement]);
    else known.push(movement);
  }
  return wallets;
}

function rollForward(
  movements: readonly [Movement, ...Movement[]],
  month: string,
  monthOf: (movement: Movement) => string,
): Omit<WalletTruth, "balance"> {
  const [{ provider, account, wallet, currency }] = movements;
  const before = movements.filter((movement) => monthOf(movement) < month);
  const within = movements.filter((movement) => monthOf(movement) === month);
  const sum = (kind: MovementKind) => sumOf(within.filter((movement) => movement.kind === kind));
  const opening = sumOf(before);
  return {
    provider,
    account,
    wallet,
    currency,
    month,
    opening: formatNanos(opening),
    topUps: formatNanos(sum("top-up")),
    grants: formatNanos(sum("grant")),
    refunds: formatNanos(sum("refund")),
    usage: formatNanos(sum("usage")),
    expired: formatNanos(sum("expiry")),
    fees: formatNanos(sum("fee")),
    adjustments: formatNanos(sum("adjustment")),
    unclassified: formatNanos(sum("unclassified")),
    closing: formatNanos(opening + sumOf(within)),
    spend: formatNanos(-(sum("usage") + sum("refund"))),
    lines: new Set(within.flatMap(({ recordId }) => recordId ?? [])).size,
    closingCredits: creditsOf([...before, ...within]),
  };
}

function withBalance(truth: Omit<WalletTruth, "balance">, { flexprice }: Company): WalletTruth {
  const wallet = flexprice.wallets.map(([{ row }]) => row).find(({ id }) => id === truth.wallet);
  if (wallet === undefined || truth.closingCredits === null) return { ...truth, balance: truth.closing };
  const balance = multiplyNanos(nanos(truth.closingCredits), nanos(wallet.conversion_rate));
  return { ...truth, balance: formatNanos(balance) };
}

function sumOf(movements: readonly Movement[]): bigint {
  return movements.reduce((sum, { amount }) => sum + amount, 0n);
}

function creditsOf(movements: readonly Movement[]): string | null {
  if (movements.every(({ credits }) => credits === null)) return null;
  return formatNanos(movements.reduce((sum, { credits }) => sum + (credits ?? 0n), 0n));
}
