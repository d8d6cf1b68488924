import { type Bucket, decimalText, type EntryKind, money } from "@spendbook/normalizer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Draft, monthOfCharges } from "./__fixtures__/month-of-charges.js";
import { type Cells, readFocus } from "./__fixtures__/read-focus.js";
import { sumTexts } from "./__fixtures__/sum-texts.js";

const moneyIn: readonly EntryKind[] = ["top-up", "grant", "refund"];
const kinds: readonly EntryKind[] = [...moneyIn, "usage", "expiry", "fee", "adjustment", "unclassified"];
const buckets: readonly (Bucket | null)[] = [null, "paid", "granted", "earned"];

/** Movements of any kind, from the last of twenty places to a million, a tenth of them late corrections. */
const draft: fc.Arbitrary<Draft> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    bucket: fc.constantFrom(...buckets),
    isLate: fc.nat(9).map((each) => each === 0),
    units: fc.oneof(fc.bigInt(0n, 10n ** 26n), fc.bigInt(0n, 1000n)),
  })
  .map(({ kind, bucket, isLate, units }) => ({
    kind: isLate ? "adjustment" : kind,
    bucket: kind === "top-up" ? "paid" : kind === "grant" ? "granted" : bucket,
    amount: `${moneyIn.includes(kind) ? "" : "-"}${decimalOf(units)}`,
    corrects: isLate ? { month: "2026-08", entryId: "late", kind } : null,
  }));

test("a file sums to its statement to the last digit: cash, cost, and what the wallet moved", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(draft, { minLength: 1, maxLength: 60 }), async (drafts) => {
      const { statement, lines } = monthOfCharges(drafts);
      const [wallet] = statement.wallets;
      const { rows } = await readFocus(statement, lines, "1.2");
      const drawn = drafts.filter(
        ({ bucket, kind, corrects }) => isGiven(bucket) && (corrects?.kind ?? kind) !== "grant",
      );
      const movement = sumTexts(drafts.map(({ amount }) => amount));

      const toppedUp = drafts.filter(({ kind, corrects }) => (corrects?.kind ?? kind) === "top-up");
      expect(cost(rows, "BilledCost")).toBe(sumTexts(toppedUp.map(({ amount }) => amount)));
      const purchases = rows.filter(({ ChargeCategory, ChargeClass }) => ChargeCategory === "Purchase" && !ChargeClass);
      expect(cost(purchases, "BilledCost")).toBe(decimalText(money(wallet?.topUps ?? "", "USD")));
      const spend = rows.filter(
        ({ ChargeCategory, x_Kind }) => ChargeCategory === "Usage" && ["usage", "refund"].includes(x_Kind ?? ""),
      );
      expect(cost(spend, "EffectiveCost")).toBe(decimalText(money(wallet?.spend ?? "", "USD")));

      expect(sumTexts(rows.map(({ x_WalletAmount }) => x_WalletAmount))).toBe(movement);
      // Cash less cost is what the prepaid balance changed by, of the part that was paid for.
      const granted = drafts.filter(({ kind, corrects }) => (corrects?.kind ?? kind) === "grant");
      expect(minus(cost(rows, "BilledCost"), cost(rows, "EffectiveCost"))).toBe(
        minus(movement, sumTexts([...granted, ...drawn].map(({ amount }) => amount))),
      );
      // A credit takes away what its usage was billed and cost, and nothing else.
      const credits = rows.filter(({ ChargeCategory }) => ChargeCategory === "Credit");
      expect(cost(credits, "BilledCost")).toBe(sumTexts(drawn.map(({ amount }) => amount)));
      expect(cost(credits, "EffectiveCost")).toBe(cost(credits, "BilledCost"));
    }),
    { numRuns: 150 },
  );
}, 60_000);

test("a last digit that is changed shows", async () => {
  const { statement, lines } = monthOfCharges([{ kind: "usage", amount: "-1.00000000000000000001" }]);
  const { rows } = await readFocus(statement, lines, "1.4");
  expect(cost(rows, "EffectiveCost")).toBe(statement.wallets[0]?.spend);
  const changed = rows.map((row) => ({ ...row, EffectiveCost: row.EffectiveCost?.replace(/1$/, "2") ?? null }));
  expect(cost(changed, "EffectiveCost")).not.toBe(statement.wallets[0]?.spend);
});

const isGiven = (bucket: Bucket | null | undefined) => bucket === "granted" || bucket === "earned";
const cost = (rows: readonly Cells[], name: string) => sumTexts(rows.map((row) => row[name]));
const minus = (a: string, b: string) => sumTexts([a, b.startsWith("-") ? b.slice(1) : `-${b}`]);

function decimalOf(units: bigint): string {
  const digits = units.toString().padStart(21, "0");
  return `${digits.slice(0, -20)}.${digits.slice(-20)}`;
}
