import type { BucketStatement, Check, EntryKind, ProviderId, Verdict, WalletStatement } from "@spendbook/normalizer";
import { decimalOf } from "./statement.js";

export interface Movement {
  readonly kind: EntryKind;
  readonly micros: bigint;
  /** Two digits. */
  readonly day: string;
  readonly service: string | null;
  readonly resource: string | null;
}

/** A wallet's part of the statement, without its lines' count, and the movements that it sums. */
export interface WalletSpec {
  readonly statement: Omit<WalletStatement, "lines">;
  readonly movements: readonly Movement[];
  readonly code: string;
}

interface Plan {
  readonly provider: ProviderId;
  readonly account: string;
  readonly wallet: string;
  readonly currency: string;
  readonly verdict: Verdict;
  readonly opening: bigint | null;
  readonly topUp: bigint;
  readonly grant: bigint;
  readonly unexplained: bigint;
  /** The services used in turn, and how many millionths the first use costs. */
  readonly services: readonly string[];
  readonly price: bigint;
  readonly uses: number;
  readonly checks: readonly Check[];
  readonly code: string;
  readonly hasParts: boolean;
}

const check = (
  name: Check["name"],
  outcome: Check["outcome"],
  unit: string,
  stated: string | null,
  found: string,
  difference: string | null,
  note: string,
): Check => ({ name, outcome, unit, stated, found, difference, note });

const plans: readonly Plan[] = [
  {
    provider: "prime-intellect",
    account: "research",
    wallet: "team_1",
    currency: "USD",
    verdict: "explained",
    opening: 4_250_000_000n,
    topUp: 4_000_000_000n,
    grant: 0n,
    unexplained: 0n,
    services: ["H100 80GB", "A100 80GB", "RTX 4090"],
    price: 41_512_345n,
    uses: 93,
    code: "6310",
    hasParts: false,
    checks: [
      check(
        "opening-and-closing",
        "explained",
        "USD",
        "4127.10",
        "4127.098765",
        "0.001235",
        "The provider shows its balance to the cent.",
      ),
    ],
  },
  {
    provider: "neevcloud",
    account: "acme",
    wallet: "org_1",
    currency: "USD",
    verdict: "proved",
    opening: 910_250_001n,
    topUp: 500_000_000n,
    grant: 25_000_000n,
    unexplained: 0n,
    services: ["llama-3.3-70b", "deepseek-v3", "whisper-large"],
    price: 1_203_417n,
    uses: 620,
    code: "6320",
    hasParts: true,
    checks: [
      check("records-and-balance", "agrees", "USD", "210.5", "210.5", "0", "All 702 records sum to the balance."),
      check("records-and-count", "agrees", "records", "702", "702", "0", "Every record was collected."),
    ],
  },
  {
    provider: "flexprice",
    account: "acme",
    wallet: "wallet_eu",
    currency: "EUR",
    verdict: "unproved",
    opening: null,
    topUp: 200_000_000n,
    grant: 0n,
    unexplained: 0n,
    services: ["agent-minutes", "vector-storage"],
    price: 712_000n,
    uses: 124,
    code: "6330",
    hasParts: false,
    checks: [
      check(
        "credits-and-balance",
        "missing",
        "credits",
        null,
        "151.25",
        null,
        "The balance was not taken at the month's end: collect daily.",
      ),
    ],
  },
  {
    provider: "wavespeed",
    account: "studio",
    wallet: "default",
    currency: "USD",
    verdict: "broken",
    opening: 80_000_000n,
    topUp: 150_000_000n,
    grant: 0n,
    unexplained: -2_425_000n,
    services: ["flux-dev", "kling-v2", "wan-2.1"],
    price: 185_300n,
    uses: 410,
    code: "6340",
    hasParts: false,
    checks: [
      check(
        "search-and-account",
        "differs",
        "USD",
        "-84.25",
        "-81.825",
        "-2.425",
        "The account's list holds usage that the search does not give.",
      ),
    ],
  },
  {
    provider: "flexprice",
    account: "tokyo",
    wallet: "wallet_jp",
    currency: "JPY",
    verdict: "proved",
    opening: 90_000_000_000n,
    topUp: 0n,
    grant: 0n,
    unexplained: 0n,
    services: ["agent-minutes"],
    price: 310_000_000n,
    uses: 31,
    code: "6330",
    hasParts: false,
    checks: [
      check(
        "credit-chain",
        "agrees",
        "credits",
        "31",
        "31",
        "0",
        "Each transaction begins where the one before ended.",
      ),
    ],
  },
];

export const richWallets: readonly WalletSpec[] = plans.map(specOf);

function specOf(plan: Plan): WalletSpec {
  const { provider, account, wallet, currency, verdict, opening, topUp, grant, unexplained, checks, code } = plan;
  const movements = [...moneyIn(plan), ...usesOf(plan)];
  const of = (kind: EntryKind) =>
    movements.filter((each) => each.kind === kind).reduce((sum, { micros }) => sum + micros, 0n);
  const moved = movements.reduce((sum, { micros }) => sum + micros, 0n);
  const closing = opening === null ? null : opening + moved + unexplained;
  const spend = -(of("usage") + of("refund"));
  return {
    movements,
    code,
    statement: {
      provider,
      account,
      wallet,
      currency,
      verdict,
      completeness: opening === null ? "usage-only" : "full-ledger",
      opening: known(opening),
      topUps: decimalOf(topUp),
      grants: decimalOf(grant),
      refunds: decimalOf(of("refund")),
      usage: decimalOf(of("usage")),
      expired: "0",
      fees: decimalOf(of("fee")),
      adjustments: "0",
      unclassified: "0",
      unexplained: opening === null ? null : decimalOf(unexplained),
      closing: known(closing),
      spend: decimalOf(spend),
      previousSpend: verdict === "unproved" ? null : decimalOf((spend * 9n) / 10n),
      openingEvidence:
        opening === null
          ? null
          : {
              method: "snapshot",
              balance: decimalOf(opening),
              takenAt: "2026-09-30T18:30:00Z",
              moved: null,
              entries: 0,
            },
      closingEvidence:
        closing === null
          ? null
          : {
              method: "rolled-back",
              balance: decimalOf(closing - 500_000n),
              takenAt: "2026-11-02T06:00:00Z",
              moved: "-0.5",
              entries: 2,
            },
      buckets: plan.hasParts && opening !== null ? partsOf(opening, topUp, grant, moved - topUp - grant) : [],
      checks,
      notes: verdict === "proved" ? [] : [`This wallet is ${verdict}: see the check.`],
    },
  };
}

function known(micros: bigint | null): string | null {
  return micros === null ? null : decimalOf(micros);
}

function partsOf(opening: bigint, paid: bigint, granted: bigint, out: bigint): BucketStatement[] {
  const part = (bucket: BucketStatement["bucket"], start: bigint, moneyIn: bigint, moneyOut: bigint) => ({
    bucket,
    opening: decimalOf(start),
    moneyIn: decimalOf(moneyIn),
    moneyOut: decimalOf(moneyOut),
    unexplained: "0",
    closing: decimalOf(start + moneyIn + moneyOut),
  });
  return [part("paid", opening, paid, out), part("granted", 0n, granted, 0n)];
}

function moneyIn({ topUp, grant }: Plan): Movement[] {
  const movement = (kind: EntryKind, micros: bigint, day: string) =>
    micros === 0n ? [] : [{ kind, micros, day, service: null, resource: null }];
  return [
    ...movement("top-up", topUp, "03"),
    ...movement("fee", -topUp / 100n, "03"),
    ...movement("grant", grant, "10"),
  ];
}

/** Uses over the days of the month, each of another price, and a refund of the first. */
function usesOf({ services, price, uses }: Plan): Movement[] {
  const movements = Array.from(
    { length: uses },
    (_, index): Movement => ({
      kind: "usage",
      micros: -(price + (BigInt((index * 7919) % 613) * price) / 613n),
      day: String((index % 31) + 1).padStart(2, "0"),
      service: services[index % services.length] ?? null,
      resource: `res-${String(index % 12).padStart(4, "0")}`,
    }),
  );
  const [first] = movements;
  return first === undefined ? [] : [...movements, { ...first, kind: "refund", micros: price, day: "15" }];
}
