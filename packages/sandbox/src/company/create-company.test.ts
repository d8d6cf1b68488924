import { describe, expect, test, vi } from "vitest";
import { awkwardTexts } from "./awkward-texts.js";
import { createCompany } from "./create-company.js";
import { stateAt, type Timeline } from "./timeline.js";

const company = createCompany();

/** The rows as they are at the end. */
function rows<Row>(timelines: readonly Timeline<Row>[]): Row[] {
  return timelines.flatMap((timeline) => stateAt(timeline, company.end) ?? []);
}

const prime = rows(company["prime-intellect"].team.billings);
const neev = rows(company.neevcloud.transactions);
const flexprice = rows(company.flexprice.transactions);
const wavespeed = rows(company.wavespeed.billings);
const account = rows(company.wavespeed.transactions);

test("the same seed gives the same data, without a look at the clock or at chance", () => {
  const clock = vi.spyOn(Date, "now").mockImplementation(() => {
    throw new Error("the clock was asked");
  });
  const chance = vi.spyOn(Math, "random").mockImplementation(() => {
    throw new Error("chance was asked");
  });
  try {
    expect(createCompany()).toEqual(company);
  } finally {
    clock.mockRestore();
    chance.mockRestore();
  }
});

test("another seed gives other data of the same kind", () => {
  const other = createCompany({ seed: "other" });
  expect(other.neevcloud.transactions).not.toEqual(company.neevcloud.transactions);
  expect(other.neevcloud.transactions.length).toBeGreaterThan(3500);
});

test("there are thousands of records, each with its own id", () => {
  expect([prime, neev, flexprice, wavespeed].map((list) => list.length)).toEqual([403, 4333, 207, 3182]);
  for (const list of [prime, neev, flexprice, account])
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  expect(new Set(wavespeed.map(({ uuid }) => uuid)).size).toBe(wavespeed.length);
});

describe("every documented word occurs:", () => {
  test.each<[string, readonly unknown[], readonly unknown[]]>([
    [
      "Prime Intellect's resource types",
      prime.map((row) => row.resource_type),
      ["compute", "training", "inference", "disks", "sandboxes", "images"],
    ],
    ["NeevCloud's directions", neev.map((row) => row.transaction_type), ["CREDIT", "DEBIT"]],
    [
      "NeevCloud's sources of credits",
      neev.flatMap((row) => (row.transaction_type === "CREDIT" ? [row.transaction_source] : [])),
      ["grant", "payment", "system", "coupon", "refer_and_earn"],
    ],
    [
      "NeevCloud's sources of debits",
      neev.flatMap((row) => (row.transaction_type === "DEBIT" ? [row.transaction_source] : [])),
      ["grant", "payment", "system", "refer_and_earn"],
    ],
    ["Flexprice's directions", flexprice.map((row) => row.type), ["credit", "debit"]],
    ["Flexprice's states", flexprice.map((row) => row.transaction_status), ["pending", "completed", "failed"]],
    [
      "Flexprice's references",
      flexprice.map((row) => row.reference_type),
      ["PAYMENT", "EXTERNAL", "REQUEST", "INVOICE"],
    ],
    [
      "Flexprice's reasons",
      flexprice.map((row) => row.transaction_reason),
      [
        "INVOICE_PAYMENT",
        "FREE_CREDIT_GRANT",
        "SUBSCRIPTION_CREDIT_GRANT",
        "PURCHASED_CREDIT_INVOICED",
        "PURCHASED_CREDIT_DIRECT",
        "PURCHASED_CREDIT_BONUS",
        "CREDIT_NOTE",
        "CREDIT_EXPIRED",
        "WALLET_TERMINATION",
        "MANUAL_BALANCE_DEBIT",
        "CREDIT_ADJUSTMENT",
        "INVOICE_VOID_REFUND",
      ],
    ],
    ["WaveSpeed's types", wavespeed.map((row) => row.billing_type), ["deduct", "refund"]],
    ["WaveSpeed's states of an order", wavespeed.flatMap((row) => row.order?.state ?? []), ["pre", "done"]],
    [
      "WaveSpeed's states of a prediction",
      wavespeed.flatMap((row) => row.prediction?.status ?? []),
      ["processing", "completed", "failed", "cancelled", "timeout"],
    ],
    ["WaveSpeed's transactions", account.map((row) => row.type), ["topup", "usage"]],
  ])("%s", (_, found, documented) => {
    expect(new Set(found)).toEqual(new Set(documented));
  });
});

test("every kind of movement occurs, those without a sign only where they are asked for", () => {
  const kinds = ({ movements }: typeof company) => new Set(movements.map(({ kind }) => kind));
  const known = ["usage", "refund", "top-up", "grant", "expiry", "adjustment"];
  expect(kinds(company)).toEqual(new Set(known));
  const other = createCompany({ unknownWords: true });
  expect(kinds(other)).toEqual(new Set([...known, "unclassified"]));
  expect(rows(other.wavespeed.billings).map((row) => row.billing_type)).toContain("adjust");
});

test("every awkward text stands where people type, beginning a field", () => {
  expect(neev.map((row) => row.transaction_description)).toEqual(expect.arrayContaining([...awkwardTexts]));
  expect(wavespeed.map((row) => row.access_key_name)).toEqual(expect.arrayContaining([...awkwardTexts]));
  expect(flexprice.map((row) => row.description)).toEqual(expect.arrayContaining([...awkwardTexts]));
});

test("there are amounts below a cent, of nothing, and negative where a charge is given back", () => {
  expect(prime.map((row) => row.amount_usd.digits)).toEqual(
    expect.arrayContaining(["0.0001", "0", "-41.5", "-3.0007"]),
  );
  expect(neev.map((row) => row.amount_micro_dollars)).toEqual(expect.arrayContaining([0, 1]));
  expect(flexprice.map((row) => row.amount)).toEqual(expect.arrayContaining(["0", "0.000123"]));
  expect(wavespeed.map((row) => row.price.digits)).toEqual(expect.arrayContaining(["0", "0.000123"]));
});

test("records stand in the first and in the last instant of a month", () => {
  const neevTimes = neev.map((row) => row.created_at);
  expect(neevTimes).toEqual(expect.arrayContaining(["2026-10-01T00:00:00Z", "2026-10-31T23:59:59.999999Z"]));
  const flexpriceTimes = flexprice.map((row) => row.created_at);
  expect(flexpriceTimes).toEqual(expect.arrayContaining(["2026-10-01T00:00:00Z", "2026-09-30T23:59:59.999999Z"]));
  const wavespeedTimes = wavespeed.map((row) => row.created_at);
  expect(wavespeedTimes).toEqual(expect.arrayContaining(["2026-10-01T00:00:00.000Z", "2026-10-31T23:59:59.999Z"]));
});

test("a month's last hour is posted in the next month", () => {
  const late = neev.filter((row) => row.hour_start === "2026-10-31T23:00:00Z");
  expect(late.map((row) => row.created_at)).toContain("2026-11-01T00:00:00.000001Z");
  for (const row of late) expect(row.created_at).toMatch(/^2026-11-01T00:00:00/);
});

test("an hour that outlasts the grants is two debits", () => {
  const split = neev.filter((row) => row.hour_start !== undefined && row.transaction_source === "grant");
  const twins = neev.filter(({ hour_start, type, transaction_source }) =>
    split.some((row) => row.hour_start === hour_start && row.type === type && transaction_source === "payment"),
  );
  expect(twins.length).toBeGreaterThan(0);
});

test("a failure of October's last half hour is refunded in November, in a row of its own", () => {
  const failure = wavespeed.find((row) => row.created_at === "2026-10-31T23:30:00.000Z");
  const refund = wavespeed.find((row) => row.billing_type === "refund" && row.order?.uuid === failure?.order?.uuid);
  expect(failure?.prediction?.status).toBe("failed");
  expect(refund).toMatchObject({ created_at: "2026-11-01T01:12:00.100Z", prediction: failure?.prediction });
  expect(refund?.price.digits).toBe(failure?.price.digits);
});

test("rows of one instant occur in every list", () => {
  const times: readonly (readonly unknown[])[] = [
    prime.map((row) => row.last_billed_at),
    neev.map((row) => row.created_at),
    flexprice.map((row) => row.created_at),
    wavespeed.map((row) => row.created_at),
  ];
  for (const list of times) expect(new Set(list).size).toBeLessThan(list.length);
});

test("resources run over a month's end, over two of them, and still", () => {
  const months = (id: string) => {
    const row = prime.find(({ resource_id }) => resource_id === id);
    return [row?.created_at.slice(0, 7), row?.last_billed_at?.slice(0, 7)];
  };
  expect(months("pod-aug-sep")).toEqual(["2026-08", "2026-09"]);
  expect(months("pod-summer-run")).toEqual(["2026-08", "2026-10"]);
  expect(prime.find(({ resource_id }) => resource_id === "pod-still-running")?.last_billed_at).toBe(
    "2026-11-02T12:00:00Z",
  );
  expect(prime.filter(({ last_billed_at }) => last_billed_at === null)).toHaveLength(2);
});

test("a Prime Intellect row grows from state to state, and has at most four decimals", () => {
  for (const timeline of company["prime-intellect"].team.billings) {
    const amounts = timeline.map(({ row }) => Number(row.amount_usd.digits));
    expect(amounts).toEqual([...amounts].sort((one, other) => one - other));
    for (const { row } of timeline) expect(row.amount_usd.digits).toMatch(/^-?\d+(\.\d{1,4})?$/);
  }
});
