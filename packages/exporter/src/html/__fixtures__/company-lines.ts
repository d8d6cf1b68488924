import { type EntryKind, money, type ProviderId, type StatementLine } from "@spendbook/normalizer";

/** A made-up company's wallets, with what their lines are of. */
export const companyWallets = [
  {
    provider: "flexprice",
    account: "acme",
    wallet: "wallet_production",
    currency: "USD",
    services: [null],
    texts: ["Invoice payment", "Credit adjustment"],
  },
  {
    provider: "flexprice",
    account: "acme",
    wallet: "wallet_reseller",
    currency: "EUR",
    services: [null],
    texts: ["Invoice payment"],
  },
  {
    provider: "neevcloud",
    account: "acme",
    wallet: "org_acme",
    currency: "USD",
    services: ["GPU cloud", "Model API", "Object storage", "Block storage"],
    texts: ["H100 SXM ×8, one hour", "Tokens of llama-4-maverick, in and out", "Storage in Mumbai, hourly"],
  },
  {
    provider: "prime-intellect",
    account: "research",
    wallet: "wal_research",
    currency: "USD",
    services: ["compute", "inference", "storage"],
    texts: ["pod-training-7b, 8 × H200", "evaluation of checkpoint 4,200", "Persistent disk"],
  },
  {
    provider: "wavespeed",
    account: "studio",
    wallet: "default",
    currency: "USD",
    services: ["flux-dev", "wan-2.2-i2v-720p", "seedream-v4", "hunyuan-video"],
    texts: ["Image for the autumn campaign", "Video, 5 s, 720p", "Ärmelkanal, 夜景, storyboard"],
  },
] as const satisfies readonly {
  provider: ProviderId;
  account: string;
  wallet: string;
  currency: string;
  services: readonly (string | null)[];
  texts: readonly string[];
}[];

/** So many lines of October 2026 in the order of time, the same at each call. */
export function* companyLines(count: number): Generator<StatementLine> {
  for (let index = 0; index < count; index += 1) {
    const minute = Math.floor((index * 31 * 24 * 60) / count);
    const wallet = companyWallets[(index * 7 + Math.floor(index / 11)) % companyWallets.length] ?? companyWallets[0];
    const day = String(Math.floor(minute / 1440) + 1).padStart(2, "0");
    const clock = `${String(Math.floor(minute / 60) % 24).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
    yield companyLine(
      index,
      wallet,
      `2026-10-${day}`,
      `2026-10-${day}T${clock}:${String(index % 60).padStart(2, "0")}Z`,
    );
  }
}

function companyLine(
  index: number,
  { provider, account, wallet, currency, services, texts }: (typeof companyWallets)[number],
  date: string,
  postedAt: string,
): StatementLine {
  const kind = kindOf(index);
  const isMoneyIn = kind === "top-up" || kind === "grant";
  const micros = BigInt((index * 7_919 + (index % 13) * 350_003) % 9_000_000) + 1n;
  const amount = isMoneyIn
    ? "250"
    : `${kind === "refund" ? "" : "-"}${micros / 1_000_000n}.${String(micros % 1_000_000n).padStart(6, "0")}`;
  const sha256 = Array.from({ length: 8 }, (_, part) =>
    (((index + 1) * (part + 3) * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, "0"),
  );
  return {
    id: `${provider}/${account}/rec_${index}`,
    provider,
    account,
    wallet,
    kind,
    amount: money(amount, currency),
    unsignedAmount: null,
    currency,
    postedAt,
    chargePeriod: isMoneyIn ? null : { start: `${date}T00:00:00Z`, end: `${date}T01:00:00Z` },
    bucket: null,
    service: isMoneyIn ? null : (services[index % services.length] ?? null),
    resource: isMoneyIn ? null : `res-${index % 17}`,
    keyName: index % 3 === 0 ? "batch-jobs" : null,
    description: isMoneyIn ? "Card payment" : (texts[index % texts.length] ?? ""),
    quantity: isMoneyIn ? null : String((index % 8) + 1),
    unit: isMoneyIn ? null : "GPU-Hours",
    listAmount: null,
    estimated: index % 97 === 5,
    corrects: null,
    origin: { endpoint: "GET /v1/billing", sourceId: `rec_${index}`, revision: 1, sha256: sha256.join("") },
    date,
    coding: null,
  };
}

function kindOf(index: number): EntryKind {
  if (index % 211 === 20) return "top-up";
  if (index % 397 === 50) return "grant";
  return index % 89 === 30 ? "refund" : "usage";
}
