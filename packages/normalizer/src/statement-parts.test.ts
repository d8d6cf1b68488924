import { describe, expect, it } from "vitest";
import { balanceOf, entryOfAmount, evidenceOf } from "./__fixtures__/entry-of-amount.js";
import { history, october, onlyWallet } from "./__fixtures__/october.js";
import { createStatement } from "./create-statement.js";
import { listedCutOffLines } from "./cut-off-list.js";
import type { LedgerEntry } from "./ledger-entry.js";
import type { LineCoding } from "./line-coding.js";
import { money } from "./money.js";
import { countedResources, listedResources } from "./resource-spending.js";
import type { Statement } from "./statement.js";

const when = "2026-10-02T00:00:00Z";

function statementOf(entries: Iterable<LedgerEntry>): Statement {
  const builder = createStatement({ month: "2026-10", timezone: "UTC", basis: "posted", accounts: [evidenceOf()] });
  for (const entry of entries) builder.add(entry);
  return builder.finish();
}

describe("spending by resource", () => {
  const used = (amount: string, resource: string | null, more: Partial<LedgerEntry> = {}): LedgerEntry =>
    entryOfAmount(amount, when, { resource, service: "gpu", ...more });

  it("comes by the largest, net of refunds, within each account and currency", () => {
    const entries = [
      used("-1", "a"),
      used("-5", "b"),
      used("2", "b", { kind: "refund" }),
      used("-3", null),
      used("-3", "a", { service: null }),
      used("100", "a"),
      used("-9", "b", { postedAt: "2026-09-30T00:00:00Z" }),
    ];
    const { byResource } = statementOf(entries);
    expect(
      byResource.map(({ service, resource, others, spend, lines }) => [service, resource, others, spend, lines]),
    ).toEqual([
      ["gpu", "b", 0, "3", 2],
      ["gpu", null, 0, "3", 1],
      [null, "a", 0, "3", 1],
      ["gpu", "a", 0, "1", 1],
    ]);
  });

  it("lists a thousand and puts the rest together", () => {
    const entries = Array.from({ length: listedResources + 2 }, (_, index) => used(`-${index + 1}`, `r${index}`));
    const { byResource, warnings } = statementOf(entries);
    expect(byResource).toHaveLength(listedResources + 1);
    expect(byResource[0]).toMatchObject({ resource: "r1001", spend: "1002" });
    expect(byResource.at(-1)).toMatchObject({ service: null, resource: null, others: 2, spend: "3", lines: 2 });
    expect(warnings).toEqual([]);
  });

  it("stands in one line where there are too many to tell apart, whatever the order", () => {
    const entries = Array.from({ length: countedResources + 1 }, (_, index) => used("-0.5", `r${index}`));
    const again = used("-1", "r0");
    const expected = [
      {
        provider: "neevcloud",
        account: "acme",
        service: null,
        resource: null,
        others: countedResources + 2,
        currency: "USD",
        spend: "10001.5",
        lines: countedResources + 2,
      },
    ];
    for (const ordered of [
      [...entries, again],
      [again, ...entries.reverse()],
    ]) {
      const { byResource, warnings } = statementOf(ordered);
      expect(byResource).toEqual(expected);
      expect(warnings).toEqual([expect.objectContaining({ code: "resources_not_listed", account: "neevcloud/acme" })]);
    }
  });
});

describe("the month before", () => {
  it("is shown beside the month's spending, for wallets, services and totals, with services that ended", () => {
    const entries = [
      entryOfAmount("-2", "2026-08-31T23:59:59.999Z", { service: "a" }),
      entryOfAmount("-4", "2026-09-01T00:00:00Z", { service: "a" }),
      entryOfAmount("1", "2026-09-02T00:00:00Z", { service: "a", kind: "refund" }),
      entryOfAmount("-8", "2026-09-30T23:59:59.999Z", { service: "b" }),
      entryOfAmount("50", "2026-09-03T00:00:00Z"),
      entryOfAmount("-16", when, { service: "a" }),
    ];
    const statement = october(entries, [evidenceOf()]);
    expect(onlyWallet(statement)).toMatchObject({ spend: "16", previousSpend: "11" });
    expect(statement.totals[0]).toMatchObject({ spend: "16", previousSpend: "11" });
    expect(
      statement.byService.map(({ service, spend, previousSpend, lines }) => [service, spend, previousSpend, lines]),
    ).toEqual([
      ["a", "16", "3", 1],
      ["b", "0", "8", 0],
    ]);
  });

  it("is that before January, and unknown where nothing is known", () => {
    const entries = [entryOfAmount("-2", "2025-12-31T00:00:00Z"), entryOfAmount("-3", "2026-01-01T00:00:00Z")];
    expect(onlyWallet(october(entries, [evidenceOf()], { month: "2026-01" }))).toMatchObject({ previousSpend: "2" });
    const failed = evidenceOf({ complete: false, balances: [balanceOf("1")] });
    expect(onlyWallet(october([], [failed])).previousSpend).toBeNull();
  });
});

describe("the cut-off", () => {
  const late = (number: number, postedAt: string, start: string): LedgerEntry =>
    entryOfAmount("-0.35", postedAt, {
      id: `neevcloud/acme/${String(number).padStart(6, "0")}`,
      chargePeriod: { start, end: postedAt },
    });

  it("lists the rows of two months, either way and by posting, on both bases", () => {
    const entries = [
      late(3, "2026-11-01T00:02:00Z", "2026-10-31T23:00:00Z"),
      late(2, "2026-10-15T00:02:00Z", "2026-10-14T23:00:00Z"),
      late(1, "2026-10-01T00:00:00Z", "2026-09-30T23:59:59.999Z"),
      late(4, "2026-11-05T00:00:00Z", "2026-09-30T23:00:00Z"),
    ];
    for (const basis of ["posted", "incurred"] as const) {
      const { cutOff } = october(entries, [evidenceOf()], { basis });
      expect(cutOff).toEqual([
        {
          entryId: "neevcloud/acme/000001",
          provider: "neevcloud",
          account: "acme",
          wallet: "w",
          kind: "usage",
          amount: "-0.35",
          currency: "USD",
          postedAt: "2026-10-01T00:00:00Z",
          incurredAt: "2026-09-30T23:59:59.999Z",
          postedMonth: "2026-10",
          incurredMonth: "2026-09",
        },
        expect.objectContaining({
          entryId: "neevcloud/acme/000003",
          postedMonth: "2026-11",
          incurredMonth: "2026-10",
        }),
      ]);
    }
  });

  it("keeps the first of very many, and the warning counts all", () => {
    const total = 2 * listedCutOffLines + 5;
    const first = Date.parse("2026-11-01T00:00:00Z");
    const entries = Array.from({ length: total }, (_, index) =>
      late(index, new Date(first + ((index * 7919) % total) * 1000).toISOString(), "2026-10-31T23:00:00Z"),
    );
    const { cutOff, warnings } = statementOf(entries);
    expect(cutOff).toHaveLength(listedCutOffLines);
    expect(cutOff.at(-1)?.postedAt).toBe(new Date(first + (listedCutOffLines - 1) * 1000).toISOString());
    expect(warnings[0]?.message).toContain(`: ${total}.`);
  });
});

describe("what the mapping assigned", () => {
  const coding = (code: string | null, more: Partial<LineCoding> = {}): LineCoding => ({
    code,
    costCentre: null,
    taxTreatment: null,
    vendor: null,
    rule: null,
    functional: null,
    ...more,
  });

  it("stands on the line, and sums spending by account, cost centre, tax treatment and vendor", () => {
    const builder = createStatement({ month: "2026-10", timezone: "UTC", basis: "posted", accounts: [evidenceOf()] });
    const line = builder.add(entryOfAmount("-2", when), coding("6100", { rule: 1 }));
    expect(line?.coding).toEqual(coding("6100", { rule: 1 }));
    builder.add(entryOfAmount("-3", when), coding("6100", { rule: 2 }));
    builder.add(entryOfAmount("-4", when), coding("6100", { costCentre: "lab" }));
    builder.add(entryOfAmount("-5", when), coding(null));
    builder.add(entryOfAmount("90", when), coding("1400"));
    builder.add(entryOfAmount("-7", "2026-09-30T00:00:00Z"), coding("6100"));
    const { byCoding } = builder.finish();
    expect(byCoding.map(({ code, costCentre, spend, lines }) => [code, costCentre, spend, lines])).toEqual([
      ["6100", "lab", "4", 1],
      ["6100", null, "5", 2],
      [null, null, "5", 1],
    ]);
    expect(october(history, [evidenceOf()]).byCoding).toEqual([]);
  });

  it("leaves what no rule matches, with a warning that counts it and names a rule to add", () => {
    const builder = createStatement({ month: "2026-10", timezone: "UTC", basis: "posted", accounts: [evidenceOf()] });
    const service = (name: string | null) => ({ service: name });
    builder.add(entryOfAmount("-2", when, service("T4")), coding(null));
    builder.add(entryOfAmount("-0.000001", when, service("T4")), coding(null));
    builder.add(entryOfAmount("-100", when, service("H100")), coding(null));
    builder.add(entryOfAmount("-7", when, { ...service("T4"), currency: "EUR" }), coding(null));
    builder.add(entryOfAmount("90", when), coding(null));
    builder.add(entryOfAmount("-5", when, service("T4")), coding("6100", { rule: 1 }));
    builder.add(entryOfAmount("-5", "2026-11-01T00:00:00Z", service("T4")), coding(null));
    expect(builder.finish().warnings).toContainEqual({
      code: "unmapped_lines",
      account: "neevcloud/acme",
      message:
        'neevcloud/acme: lines of spending that no rule of the mapping matches: 4 (102.000001 USD, 7 EUR). Add a rule, such as {"match":{"provider":"neevcloud","account":"acme","service":"T4"},"assign":{"code":"…"}}; --dry-run lists them all.',
    });
  });
});

describe("status and numbers", () => {
  it("are a draft without numbers unless said otherwise", () => {
    expect(october([], [])).toMatchObject({ status: "draft", numbers: [] });
    const numbers = [{ provider: "neevcloud", account: "acme", number: 7, revision: 2 }] as const;
    expect(october([], [], { status: "closed", numbers })).toMatchObject({ status: "closed", numbers });
  });
});

describe("two lists of usage", () => {
  const place = { provider: "wavespeed", account: "acme", wallet: "w" } as const;
  const entries = [
    entryOfAmount("-2", "2026-10-01T09:00:00Z", place),
    entryOfAmount("0.5", "2026-10-01T10:00:00Z", { ...place, kind: "refund" }),
    entryOfAmount("-3", "2026-10-31T23:00:00Z", place),
  ];
  const check = (
    rows: readonly (readonly [amount: string, postedAt: string])[],
    { timezone = "UTC", collectedAt = "2026-11-02T00:00:00Z" } = {},
  ) => {
    const accounts = [evidenceOf({ provider: "wavespeed", collectedAt })];
    const builder = createStatement({ month: "2026-10", timezone, basis: "posted", accounts });
    for (const entry of entries) builder.add(entry);
    for (const [amount, postedAt] of rows)
      builder.crossCheck(place, { amount: money(amount, "USD"), postedAt, model: null });
    const wallet = onlyWallet(builder.finish());
    return { wallet, check: wallet.checks.find(({ name }) => name === "search-and-account") };
  };

  it("agree where a row gathers a day, in the month's net usage", () => {
    const rows = [
      ["-7", "2026-09-30T09:00:00Z"],
      ["-1.5", "2026-10-01T09:00:00Z"],
      ["-3", "2026-10-31T23:00:00Z"],
    ] as const;
    expect(check(rows).check).toMatchObject({ stated: "-4.5", found: "-4.5", outcome: "agrees", unit: "USD" });
    // In New York the month ends within a UTC day, and 31 October is not over when it was collected at noon.
    expect(check(rows, { timezone: "America/New_York" }).check).toMatchObject({
      found: "-3",
      outcome: "agrees",
      note: expect.stringContaining("from 2026-10-02T00:00:00Z to 2026-11-01T00:00:00Z"),
    });
    expect(check(rows, { collectedAt: "2026-10-31T12:00:00Z" }).check).toMatchObject({ found: "-1.5" });
  });

  it("break the wallet where they differ", () => {
    const { wallet, check: differs } = check([
      ["-7", "2026-09-30T09:00:00Z"],
      ["-4.4", "2026-10-01T09:00:00Z"],
    ]);
    expect(differs).toMatchObject({ difference: "0.1", outcome: "differs" });
    expect(wallet.verdict).toBe("broken");
    expect(wallet.notes).toContain(differs?.note);
  });

  it("are not compared where the second is empty or begins later", () => {
    expect(check([]).check).toMatchObject({ stated: null, outcome: "missing" });
    const { wallet, check: younger } = check([["-3", "2026-10-31T23:00:00Z"]]);
    expect(younger).toMatchObject({
      outcome: "missing",
      note: expect.stringContaining("begins at 2026-10-31T23:00:00Z"),
    });
    expect(wallet.verdict).toBe("unproved");
  });
});

describe("counts of records", () => {
  const counted = (stated: number | null, held: number, wallet?: string) => {
    const counts = [{ list: "GET /list", stated, held, ...(wallet !== undefined && { wallet }) }];
    return onlyWallet(october(history, [evidenceOf({ counts, balances: [balanceOf("149.45")] })]));
  };
  const outcome = (each: ReturnType<typeof counted>) =>
    each.checks.find(({ name }) => name === "records-and-count")?.outcome;

  it("agree, are missing, or show a lost page or rows that the provider dropped", () => {
    expect([outcome(counted(8, 8)), counted(8, 8).verdict]).toEqual(["agrees", "proved"]);
    expect([outcome(counted(null, 8)), counted(null, 8).verdict]).toEqual(["missing", "proved"]);
    expect([outcome(counted(9, 8)), counted(9, 8).verdict]).toEqual(["differs", "broken"]);
    expect([outcome(counted(7, 8)), counted(7, 8).verdict]).toEqual(["explained", "proved"]);
    expect(outcome(counted(9, 8, "another"))).toBeUndefined();
    expect(outcome(counted(9, 8, "w"))).toBe("differs");
  });
});
