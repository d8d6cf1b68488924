import fc from "fast-check";
import type { AccountEvidence } from "../account-evidence.js";
import type { Bucket, EntryKind, LedgerEntry } from "../ledger-entry.js";
import { money } from "../money.js";
import type { ProviderId } from "../record.js";
import type { WalletBalance } from "../wallet-balance.js";
import { balanceOf, entryOfAmount, evidenceOf } from "./entry-of-amount.js";

/** The four providers' wallets as the statement knows them; two of them in two forms. */
export const shapes = [
  "neevcloud",
  "flexprice",
  "two-rates",
  "wavespeed",
  "wavespeed-usage",
  "prime-intellect",
] as const;
export type Shape = (typeof shapes)[number];

export const providerOf: Record<Shape, ProviderId> = {
  neevcloud: "neevcloud",
  flexprice: "flexprice",
  "two-rates": "flexprice",
  wavespeed: "wavespeed",
  "wavespeed-usage": "wavespeed",
  "prime-intellect": "prime-intellect",
};

/** Whether the provider lists no money in of the wallet. */
export function hidesMoneyIn(shape: Shape): boolean {
  return shape === "prime-intellect" || shape === "wavespeed-usage";
}

/** What really moved a wallet: ten-millionths of a dollar, or of a credit where it is kept in them. */
export interface Movement {
  readonly number: number;
  readonly kind: EntryKind;
  readonly units: bigint;
  readonly postedAt: string;
  readonly chargedAt: string;
  readonly bucket: Bucket;
}

const kindsOf: Record<Shape, readonly (readonly [EntryKind, "in" | "out"])[]> = {
  neevcloud: [
    ["usage", "out"],
    ["top-up", "in"],
    ["grant", "in"],
  ],
  flexprice: [
    ["usage", "out"],
    ["top-up", "in"],
    ["grant", "in"],
    ["expiry", "out"],
    ["refund", "in"],
  ],
  "two-rates": [
    ["usage", "out"],
    ["top-up", "in"],
  ],
  wavespeed: [
    ["usage", "out"],
    ["refund", "in"],
    ["top-up", "in"],
  ],
  "wavespeed-usage": [
    ["usage", "out"],
    ["refund", "in"],
  ],
  "prime-intellect": [
    ["usage", "out"],
    ["refund", "in"],
  ],
};

/** Movements of a shape between two instants, none of them of nothing, no two of the same millisecond. */
export function movementsOf(shape: Shape, from: string, to: string): fc.Arbitrary<readonly Movement[]> {
  const times = { min: Date.parse(from), max: Date.parse(to) - 1 };
  return fc
    .uniqueArray(
      fc.record({
        kind: fc.constantFrom(...kindsOf[shape]),
        size: fc.bigInt({ min: 10n, max: 10n ** 12n }),
        time: fc.integer(times),
        lag: fc.integer({ min: 0, max: 3 * 86_400_000 }),
        bucket: fc.constantFrom<Bucket>("paid", "granted", "earned"),
      }),
      { maxLength: 40, selector: ({ time }) => time },
    )
    .map((rows) =>
      rows.map(({ kind: [kind, direction], size, time, lag, bucket }, number) => ({
        number,
        kind,
        units: direction === "in" ? size : -size,
        postedAt: new Date(time).toISOString(),
        chargedAt: new Date(time - lag).toISOString(),
        bucket,
      })),
    );
}

const places = 7;
/** Tenths of a dollar for a credit. */
const rates: Record<"flexprice" | "two-rates", { readonly spent: bigint; readonly bought: bigint }> = {
  flexprice: { spent: 5n, bought: 5n },
  "two-rates": { spent: 5n, bought: 4n },
};

/** The entries that the provider's records give: a wallet in credits also states its balances before and after. */
export function entriesFrom(shape: Shape, movements: readonly Movement[]): LedgerEntry[] {
  const provider = providerOf[shape];
  const isInCredits = shape === "flexprice" || shape === "two-rates";
  let before = 0n;
  return [...movements]
    .sort((a, b) => (a.postedAt < b.postedAt ? -1 : 1))
    .map((movement) => {
      const { number, kind, units, postedAt, chargedAt, bucket } = movement;
      const after = before + units;
      const text = isInCredits ? worthOf(shape, units) : decimal(units, places);
      const entry = entryOfAmount(text, postedAt, {
        id: `${provider}/acme/${number}`,
        provider,
        kind,
        bucket: shape === "neevcloud" ? bucket : null,
        chargePeriod: shape === "neevcloud" ? { start: chargedAt, end: postedAt } : null,
        service: number % 3 === 0 ? null : `service ${number % 3}`,
        resource: `resource ${number % 5}`,
        ...(isInCredits && {
          unit: "credits",
          quantity: decimal(units < 0n ? -units : units, places),
          creditBalances: { before: decimal(before, places), after: decimal(after, places) },
        }),
      });
      before = after;
      return entry;
    });
}

/** What the provider states at an instant, everything posted by then included. */
export function balanceAt(shape: Shape, movements: readonly Movement[], takenAt: string, error = 0n): WalletBalance {
  const settled = movements.filter(({ postedAt }) => postedAt <= takenAt);
  const units = settled.reduce((sum, movement) => sum + movement.units, error);
  const common = { provider: providerOf[shape], takenAt };
  if (shape === "flexprice" || shape === "two-rates") {
    const { spent, bought } = rates[shape];
    return balanceOf(decimal(units * spent, places + 1), {
      ...common,
      credits: decimal(units, places),
      conversionRate: decimal(spent, 1),
      topUpConversionRate: decimal(bought, 1),
    });
  }
  const partOf = (bucket: Bucket, more: bigint) =>
    money(
      decimal(
        settled.filter((each) => each.bucket === bucket).reduce((sum, movement) => sum + movement.units, more),
        places,
      ),
      "USD",
    );
  const buckets =
    shape === "neevcloud"
      ? { paid: partOf("paid", error), granted: partOf("granted", 0n), earned: partOf("earned", 0n) }
      : null;
  return balanceOf(decimal(units, places), { ...common, buckets });
}

export function evidenceFor(shape: Shape, balances: readonly WalletBalance[]): AccountEvidence {
  const newest =
    balances
      .map(({ takenAt }) => takenAt)
      .sort()
      .at(-1) ?? null;
  return evidenceOf({
    provider: providerOf[shape],
    moneyIn: !hidesMoneyIn(shape),
    balances,
    collectedAt: newest,
  });
}

function worthOf(shape: "flexprice" | "two-rates", credits: bigint): string {
  return decimal(credits * (credits < 0n ? rates[shape].spent : rates[shape].bought), places + 1);
}

/** An independent way to write a scaled integer, without arithmetic on decimals. */
export function decimal(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const fraction = digits.slice(-scale).replace(/0+$/, "");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -scale)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Reads decimal text as an integer of 10⁻¹²; null counts as nothing. */
export function scaled(text: string | null): bigint {
  const [, sign = "", whole = "0", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text ?? "0") ?? [];
  return BigInt(`${sign}${whole}${fraction.padEnd(12, "0")}`);
}
