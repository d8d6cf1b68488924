import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ClosingInput, type Ledger, openLedger } from "@spendbook/ledger";
import type { ProviderId, Statement } from "@spendbook/normalizer";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { noBooks } from "../books/books-policy.js";
import { canonicalJson } from "../collect/canonical-json.js";
import { buildStatement } from "./build-statement.js";
import { activeOf } from "./closed-months.js";
import { planClosing } from "./plan-closing.js";
import { planStatement } from "./plan-statement.js";

/** What happens to a provider and to the ledger, in any order. */
type Step =
  | { readonly do: "collect" | "close" | "close again" | "reopen" }
  | { readonly do: "row"; readonly id: number; readonly day: number; readonly cents: number; readonly credit: boolean }
  | { readonly do: "grow"; readonly hours: number; readonly cents: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("collect" as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("close", "close again", "reopen") }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("row" as const),
      id: fc.nat(6),
      day: fc.nat(100),
      cents: fc.nat(999),
      credit: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("grow" as const),
      hours: fc.integer({ min: 1, max: 900 }),
      cents: fc.integer({ min: -50, max: 900 }),
    }),
  },
);

const start = Date.UTC(2026, 7, 1);
const now = new Date("2027-01-01T00:00:00Z");
const months = ["2026-08", "2026-09", "2026-10", "2026-11"];
const neev = { provider: "neevcloud" as const, account: "acme" };
const prime = { provider: "prime-intellect" as const, account: "acme" };
const policy = { timezone: "UTC", basis: "posted" as const, accounts: [neev, prime], books: noBooks };

/** The provider's two lists as they are now. */
function createProvider() {
  const rows = new Map<string, Record<string, unknown>>();
  let running: { amount: number; billedAt: number } | null = null;
  return {
    change(one: Extract<Step, { do: "row" | "grow" }>) {
      if (one.do === "row")
        rows.set(`row_${one.id}`, {
          id: `row_${one.id}`,
          organization_id: "w",
          amount_micro_dollars: one.cents * 10_000,
          transaction_type: one.credit ? "CREDIT" : "DEBIT",
          transaction_source: "payment",
          transaction_description: "x",
          created_at: new Date(start + one.day * 86_400_000).toISOString(),
        });
      else
        running = {
          amount: (running?.amount ?? 0) + one.cents,
          billedAt: (running?.billedAt ?? start) + one.hours * 3_600_000,
        };
    },
    neev: () => [...rows.values()],
    prime() {
      if (running === null) return [];
      const billedAt = new Date(running.billedAt).toISOString();
      const fixed = { id: "run", created_at: new Date(start).toISOString(), currency: "USD", resource_type: "pod" };
      const amount_usd = running.amount / 100;
      return [{ ...fixed, resource_id: "p", updated_at: billedAt, last_billed_at: billedAt, amount_usd }];
    },
  };
}

async function collect(ledger: Ledger<ProviderId>, provider: ReturnType<typeof createProvider>) {
  for (const [name, endpoint, rows] of [
    [neev, "GET /api/v1/orgs/{org_id}/wallets/transactions", provider.neev()],
    [prime, "GET /api/v1/billing/wallet", provider.prime()],
  ] as const) {
    const run = await ledger.beginRun(name);
    const records = rows.map((row: Record<string, unknown>) => ({
      wallet: "w",
      endpoint,
      sourceId: String(row.id),
      occurredAt: String(row.last_billed_at ?? row.created_at),
      body: JSON.stringify(row),
      sha256: createHash("sha256").update(canonicalJson(row)).digest("hex"),
    }));
    await run.storePage({ records });
    await run.finish({ status: "complete", reason: null, requests: 1, passes: 1 });
  }
}

/** Closes the next month; gives its statement's hash. */
async function closeNext(ledger: Ledger<ProviderId>, month: string): Promise<void> {
  const planned = await planClosing(ledger, { ...policy, month }, { reason: null, now });
  if (planned.isClosed) throw new Error(`${month} is closed already`);
  const { plan, sequence, after } = planned;
  const { statement, sha256, records } = await buildStatement(ledger, plan);
  const closing: ClosingInput<ProviderId> = {
    month,
    sequence,
    after,
    timezone: plan.timezone,
    basis: plan.basis,
    statementSha256: sha256,
    version: "0.0.0",
    policy: plan.books as never,
    reason: null,
    accounts: plan.accounts.map(({ provider, account, run }, index) => ({
      provider,
      account,
      run,
      number: plan.numbers[index]?.number ?? 0,
      revision: plan.numbers[index]?.revision ?? 0,
      records: records[index]?.records ?? 0,
      recordsRoot: records[index]?.recordsRoot ?? "",
      wallets: statement.wallets
        .filter((wallet) => wallet.provider === provider)
        .map(({ wallet, currency, closing }) => ({ wallet, currency, balance: closing, detail: {} })),
    })),
  };
  await ledger.closeMonth(closing);
}

const moved = ({ wallets }: Statement, provider: ProviderId) =>
  wallets
    .filter((wallet) => wallet.provider === provider)
    .flatMap(({ topUps, grants, refunds, usage, adjustments }) => [topUps, grants, refunds, usage, adjustments])
    .reduce((sum, text) => sum + BigInt(Math.round(Number(text ?? 0) * 10_000)), 0n);

test("whatever is collected, closed, reopened and changed in whatever order, closed statements keep their hash and numbers count on", {
  timeout: 120_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), "spendbook-closings-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  let files = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 20 }), async (steps) => {
      files += 1;
      const ledger = await openLedger<ProviderId>(join(folder, `${files}.sqlite`));
      try {
        const provider = createProvider();
        for (const one of steps) {
          const newest = activeOf(await ledger.closings()).at(-1)?.month;
          const next = newest === undefined ? months[0] : months[months.indexOf(newest) + 1];
          if (one.do === "row" || one.do === "grow") provider.change(one);
          else if (one.do === "collect") await collect(ledger, provider);
          else if (one.do === "close" && next !== undefined) await closeNext(ledger, next);
          else if (one.do === "close again" && newest !== undefined)
            expect(await planClosing(ledger, { ...policy, month: newest }, { reason: null, now })).toMatchObject({
              isClosed: true,
              closing: { month: newest },
            });
          else if (one.do === "reopen" && newest !== undefined)
            await ledger.reopenMonth({ month: newest, reason: "why" });

          for (const { month } of activeOf(await ledger.closings())) {
            const { plan, closing } = await planStatement(ledger, { ...policy, month });
            const built = await buildStatement(ledger, plan);
            expect([month, built.sha256]).toEqual([month, closing?.statementSha256]);
          }
        }
        // Over all months, what was given is what the ledger holds now: as if nothing had ever been closed.
        const totalOf = async () => {
          const sums = { neevcloud: 0n, "prime-intellect": 0n };
          for (const month of ["2026-07", ...months, "2026-12", "2027-01", "2027-02", "2027-03"]) {
            const { plan } = await planStatement(ledger, { ...policy, month });
            const { statement } = await buildStatement(ledger, plan);
            sums.neevcloud += moved(statement, "neevcloud");
            sums["prime-intellect"] += moved(statement, "prime-intellect");
          }
          return sums;
        };
        const given = await totalOf();
        const closings = await ledger.closings();
        for (const { month } of activeOf(closings).toReversed()) await ledger.reopenMonth({ month, reason: "sum" });
        expect(given).toEqual(await totalOf());
        // Numbers of an account: every month has its own, from 1 without a gap, and its revisions count on.
        const byMonth = new Map<string, { number: number; revisions: number[] }>();
        for (const { month, accounts } of closings) {
          const { number = 0, revision = 0 } = accounts[0] ?? {};
          const known = byMonth.get(month) ?? { number, revisions: [] };
          expect(number).toBe(known.number);
          known.revisions.push(revision);
          byMonth.set(month, known);
        }
        expect([...byMonth.values()].map(({ number }) => number)).toEqual(
          [...byMonth.keys()].map((_, index) => index + 1),
        );
        for (const { revisions } of byMonth.values()) expect(revisions).toEqual(revisions.map((_, index) => index + 1));
      } finally {
        await ledger.close();
      }
    }),
    { numRuns: 25, seed: 20261121 },
  );
});
