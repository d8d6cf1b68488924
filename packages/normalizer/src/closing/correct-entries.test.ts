import { describe, expect, it } from "vitest";
import { entriesOf } from "../__fixtures__/source-record.js";
import { decimalText } from "../decimal-text.js";
import type { LedgerEntry } from "../ledger-entry.js";
import { correctEntries } from "./correct-entries.js";

const open = { month: "2026-11", timezone: "America/New_York", basis: "posted" } as const;
const searched = (body: object) =>
  entriesOf("search", "row_1", { uuid: "row_1", created_at: "2026-10-20T12:00:00Z", billing_type: "deduct", ...body });
const credited = (body: object) =>
  entriesOf("flexprice", "tx_1", {
    id: "tx_1",
    created_at: "2026-10-20T12:00:00Z",
    updated_at: "2026-10-20T12:00:00Z",
    transaction_status: "completed",
    type: "credit",
    transaction_reason: "PURCHASED_CREDIT_DIRECT",
    currency: "usd",
    ...body,
  });

const short = (entries: readonly LedgerEntry[]) =>
  entries.map(({ id, kind, amount, quantity }) => [id, kind, amount && decimalText(amount), quantity]);

describe("what comes too late for a closed month", () => {
  it("is booked as an adjustment at the first instant of the open month, and names what it corrects", () => {
    const [late, ...others] = correctEntries([], searched({ price: 0.05, prediction: { model_uuid: "m" } }), open);
    expect(others).toEqual([]);
    expect(late).toMatchObject({
      id: "wavespeed/acme/row_1#booked-2026-11",
      kind: "adjustment",
      postedAt: "2026-11-01T04:00:00Z",
      service: "m",
      description: "Correction of 2026-10: m",
      corrects: { month: "2026-10", entryId: "wavespeed/acme/row_1", kind: "usage" },
      origin: { sourceId: "row_1", revision: 1 },
    });
    expect(short([late as LedgerEntry])).toEqual([
      ["wavespeed/acme/row_1#booked-2026-11", "adjustment", "-0.05", null],
    ]);
  });

  it("is the difference where only the amount changed, to the last digit", () => {
    const corrections = correctEntries(searched({ price: 0.1 }), searched({ price: 0.3 }), open);
    expect(short(corrections)).toEqual([["wavespeed/acme/row_1#corrected-2026-11", "adjustment", "-0.2", null]]);
  });

  it("takes two lines where the entry turned into another kind", () => {
    const corrections = correctEntries(
      searched({ price: 0.1 }),
      searched({ price: 0.1, billing_type: "refund" }),
      open,
    );
    expect(short(corrections)).toEqual([
      ["wavespeed/acme/row_1#reversed-2026-11", "adjustment", "0.1", null],
      ["wavespeed/acme/row_1#booked-2026-11", "adjustment", "0.1", null],
    ]);
    expect(corrections.map(({ corrects }) => corrects?.kind)).toEqual(["usage", "refund"]);
  });

  it("shows a late record of unknown direction outside the totals, and takes nothing back with it", () => {
    const unknown = searched({ price: 0.1, billing_type: "gift" });
    const [shown] = correctEntries([], unknown, open);
    expect(shown).toMatchObject({ kind: "unclassified", amount: null, corrects: { kind: "unclassified" } });
    expect(shown?.unsignedAmount && decimalText(shown.unsignedAmount)).toBe("0.1");
    expect(short(correctEntries(unknown, searched({ price: 0.1 }), open))).toEqual([
      ["wavespeed/acme/row_1#booked-2026-11", "adjustment", "-0.1", null],
    ]);
  });

  it("takes back what no longer moved money, and says which state of the record says so", () => {
    const [back] = correctEntries(searched({ price: 0.1 }), [], open, { revision: 3, sha256: "c".repeat(64) });
    expect(short(back === undefined ? [] : [back])).toEqual([
      ["wavespeed/acme/row_1#reversed-2026-11", "adjustment", "0.1", null],
    ]);
    expect(back?.origin).toMatchObject({ sourceId: "row_1", revision: 3, sha256: "c".repeat(64) });
  });

  it("books nothing where only words changed", () => {
    expect(
      correctEntries(searched({ price: 0.1 }), searched({ price: 0.1, access_key_name: "renamed" }), open),
    ).toEqual([]);
  });

  it("keeps credits summing: the difference where it follows the amount, else the whole again", () => {
    const before = credited({ amount: "10", credit_amount: "100" });
    expect(short(correctEntries(before, credited({ amount: "12", credit_amount: "120" }), open))).toEqual([
      ["flexprice/acme/tx_1#corrected-2026-11", "adjustment", "2", "20"],
    ]);
    expect(short(correctEntries(before, credited({ amount: "10", credit_amount: "120" }), open))).toEqual([
      ["flexprice/acme/tx_1#reversed-2026-11", "adjustment", "-10", "100"],
      ["flexprice/acme/tx_1#booked-2026-11", "adjustment", "10", "120"],
    ]);
    expect(short(correctEntries(before, credited({ amount: "12", credit_amount: "90" }), open))).toEqual([
      ["flexprice/acme/tx_1#reversed-2026-11", "adjustment", "-10", "100"],
      ["flexprice/acme/tx_1#booked-2026-11", "adjustment", "12", "90"],
    ]);
  });
});
