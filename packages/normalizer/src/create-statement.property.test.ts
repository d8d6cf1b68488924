import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceOf, entryOfAmount, evidenceOf } from "./__fixtures__/entry-of-amount.js";
import { onlyWallet } from "./__fixtures__/october.js";
import { createStatement } from "./create-statement.js";
import type { EntryKind, LedgerEntry } from "./ledger-entry.js";
import { kindFields } from "./reported-kinds.js";
import type { Statement } from "./statement.js";

const kinds = Object.keys(kindFields) as EntryKind[];
const months = ["2026-09", "2026-10", "2026-11"];

/** A movement in millionths, as a random ledger has them. */
interface Movement {
  readonly kind: EntryKind;
  readonly millionths: bigint;
  readonly postedAt: string;
  readonly service: string | null;
}

const movements: fc.Arbitrary<readonly Movement[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    millionths: fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }),
    postedAt: fc
      .integer({ min: Date.UTC(2026, 8), max: Date.UTC(2026, 11) - 1 })
      .map((time) => new Date(time).toISOString()),
    service: fc.constantFrom(null, "a", "b"),
  }),
  { maxLength: 60 },
);

function toEntry({ kind, millionths, postedAt, service }: Movement): LedgerEntry {
  return entryOfAmount(fixed(millionths), postedAt, { kind, service });
}

/** An independent way to write millionths, without arithmetic on decimals. */
function fixed(millionths: bigint): string {
  const digits = (millionths < 0n ? -millionths : millionths).toString().padStart(7, "0");
  const fraction = digits.slice(-6).replace(/0+$/, "");
  return `${millionths < 0n ? "-" : ""}${digits.slice(0, -6)}${fraction === "" ? "" : `.${fraction}`}`;
}

function read(text: string | null): bigint {
  const [, sign = "", whole = "0", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text ?? "0") ?? [];
  return BigInt(`${sign}${whole}${fraction.padEnd(6, "0")}`);
}

const sumOf = (each: readonly Movement[]): bigint => each.reduce((total, { millionths }) => total + millionths, 0n);

function statementOf(month: string, entries: readonly LedgerEntry[], balance: string | null = null): Statement {
  const balances = [balanceOf(balance, { takenAt: "2026-12-01T00:00:00Z" })];
  const statement = createStatement({ month, timezone: "UTC", basis: "posted", accounts: [evidenceOf({ balances })] });
  for (const entry of entries) statement.add(entry);
  return statement.finish();
}

describe("over random ledgers", () => {
  it("every sum equals that of scaled integers, to the last digit", () => {
    fc.assert(
      fc.property(movements, fc.constantFrom(...months), (ledger, month) => {
        const within = ledger.filter(({ postedAt }) => postedAt.startsWith(month));
        const statement = statementOf(month, ledger.map(toEntry));
        const wallet = onlyWallet(statement);
        expect(wallet.opening).toBe(fixed(sumOf(ledger.filter(({ postedAt }) => postedAt < month))));
        for (const kind of kinds) {
          const rows = within.filter((movement) => movement.kind === kind);
          if (rows.length > 0) expect(wallet[kindFields[kind]]).toBe(fixed(sumOf(rows)));
        }
        const spent = within.filter(({ kind }) => kind === "usage" || kind === "refund");
        expect(wallet.spend).toBe(fixed(-sumOf(spent)));
        expect(wallet.lines).toBe(within.length);
        for (const parts of [statement.byDay, statement.byService]) {
          expect(parts.reduce((total, part) => total + read(part.spend), 0n)).toBe(-sumOf(spent));
          expect(parts.reduce((total, part) => total + part.lines, 0)).toBe(spent.length);
        }
      }),
    );
  });

  it("opening, each kind and the unexplained difference add up to closing, which the next month opens with", () => {
    fc.assert(
      fc.property(movements, fc.bigInt({ min: -5n, max: 5n }), (ledger, error) => {
        const entries = ledger.map(toEntry);
        const wallets = months.map((month) => onlyWallet(statementOf(month, entries, fixed(sumOf(ledger) + error))));
        for (const [index, wallet] of wallets.entries()) {
          const parts = kinds.reduce((total, kind) => total + read(wallet[kindFields[kind]]), 0n);
          expect(read(wallet.opening) + parts + read(wallet.unexplained)).toBe(read(wallet.closing));
          expect(wallet.verdict).toBe(error === 0n ? "proved" : "broken");
          expect(wallet.unexplained).toBe(fixed(error));
          const next = wallets[index + 1];
          if (next !== undefined && error === 0n) expect(next.opening).toBe(wallet.closing);
        }
        expect(wallets.reduce((lines, wallet) => lines + wallet.lines, 0)).toBe(ledger.length);
      }),
    );
  });

  it("the order of the entries changes nothing", () => {
    const shuffled = movements.chain((ledger) =>
      fc.tuple(fc.constant(ledger), fc.shuffledSubarray([...ledger], { minLength: ledger.length })),
    );
    fc.assert(
      fc.property(shuffled, ([ledger, other]) => {
        expect(statementOf("2026-10", other.map(toEntry))).toEqual(statementOf("2026-10", ledger.map(toEntry)));
      }),
    );
  });

  it("a lost, doubled or changed record is never proved", () => {
    const moved = movements.filter((ledger) => ledger.some(({ millionths }) => millionths !== 0n));
    fc.assert(
      fc.property(moved, fc.nat(), fc.constantFrom("lost", "doubled", "changed"), (ledger, pick, fault) => {
        const candidates = ledger.filter(({ millionths }) => millionths !== 0n);
        const victim = candidates[pick % candidates.length];
        if (victim === undefined) throw new Error("there is a movement");
        const rest = ledger.filter((movement) => movement !== victim);
        const changed = { ...victim, millionths: victim.millionths + 1n };
        const faulty = { lost: rest, doubled: [...ledger, victim], changed: [...rest, changed] }[fault] ?? [];
        const wallet = onlyWallet(statementOf("2026-10", faulty.map(toEntry), fixed(sumOf(ledger))));
        expect(wallet.verdict).toBe("broken");
      }),
    );
  });
});
