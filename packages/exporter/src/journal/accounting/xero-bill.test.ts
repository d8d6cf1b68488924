import { type Money, money } from "@spendbook/normalizer";
import { expect, test } from "vitest";
import { filesOf, lineOf, monthOf } from "../../__fixtures__/journal.js";
import { rowsOf, totalOf } from "../../__fixtures__/read-import.js";
import { createXeroBill } from "./xero-bill.js";

const coding = {
  code: "429",
  costCentre: null,
  taxTreatment: "No VAT",
  vendor: "Neev, Ltd",
  rule: 1,
  functional: null,
};
const usage = (amount: string, changes = {}) => lineOf("usage", amount, { coding, ...changes });
const files = (...input: Parameters<typeof monthOf>) => filesOf(createXeroBill(), monthOf(...input));
const name = "xero-bill-2026-10.csv";

// Source of columns, dates, numbers and limit: Xero's help "Import invoices, bills and credit notes" and the guides of
// statement-rules 2.1, row "Xero bills/invoices CSV".
test("the columns are those of Xero's template, a bill for each wallet and vendor, dated and due on the last day", async () => {
  expect((await files("2026-10", [usage("-12.5", { service: "gpu" })])).get(name)).toBe(
    "*ContactName,*InvoiceNumber,Reference,*InvoiceDate,*DueDate,*Description,*Quantity,*UnitAmount,*AccountCode,*TaxType,TrackingName1,TrackingOption1,Currency\r\n" +
      '"Neev, Ltd",20261031-73625e1724,"acme, org_1",31/10/2026,31/10/2026,"Usage in 2026-10, acme, org_1, gpu (1 record)",1,12.50,429,No VAT,,,USD\r\n',
  );
});

test("days are summed before they are rounded, and a line of its own carries what rounding left", async () => {
  const lines = ["a", "b", "c"].flatMap((service) => [
    usage("-0.003", { service }),
    usage("-0.001", { service, date: "2026-10-06" }),
  ]);
  const rows = rowsOf((await files("2026-10", lines)).get(name) ?? "");
  expect(rows.map((row) => [row["*AccountCode"], row["*UnitAmount"], row["*TaxType"]])).toEqual([
    ["Expenses:Rounding", "0.01", "Tax Exempt"],
  ]);
});

test("all bills of a currency sum to the spending, rounded; refunds and late corrections are in it", async () => {
  const corrects = { month: "2026-09", entryId: "late", kind: "usage" } as const;
  const lines = [
    usage("-10.004", { wallet: "a" }),
    usage("-10.004", { wallet: "b" }),
    lineOf("refund", "1.5", { coding, wallet: "a" }),
    lineOf("adjustment", "-0.2", { coding, corrects, wallet: "a" }),
    lineOf("fee", "-0.3", { coding, wallet: "a" }),
  ];
  const rows = rowsOf((await files("2026-10", lines)).get(name) ?? "");
  expect(totalOf(rows.map((row) => row["*UnitAmount"]))).toBe("19.01");
  expect(new Set(rows.map((row) => row["*InvoiceNumber"])).size).toBe(2);
});

test("more refunds than usage make a negative bill, which Xero takes for a credit note (help: negative amounts)", async () => {
  const rows = rowsOf((await files("2026-10", [lineOf("refund", "5", { coding })])).get(name) ?? "");
  expect(rows.map((row) => row["*UnitAmount"])).toEqual(["-5.00"]);
});

test("without a vendor in the mapping the contact is the provider, and each currency stands in its bill's own column", async () => {
  const euros: { currency: string; amount: Money; wallet: string } = {
    currency: "EUR",
    amount: money("-2", "EUR"),
    wallet: "e",
  };
  const nobody = { coding: { ...coding, vendor: null } };
  const rows = rowsOf(
    (await files("2026-10", [usage("-1", nobody), usage("0", { ...nobody, ...euros })])).get(name) ?? "",
  );
  expect(rows.map((row) => [row["*ContactName"], row["*UnitAmount"], row.Currency])).toEqual([
    ["NeevCloud", "2.00", "EUR"],
    ["NeevCloud", "1.00", "USD"],
  ]);
});

test("files have no more than 500 bills, and none is divided between two", async () => {
  const lines = Array.from({ length: 1100 }, (_, index) => [
    usage("-1", { wallet: `w${index}`, service: "a" }),
    usage("-1", { wallet: `w${index}`, service: "b" }),
  ]).flat();
  const all = await files("2026-10", lines);
  expect([...all.keys()]).toEqual([1, 2, 3].map((part) => `xero-bill-2026-10-${part}.csv`));
  const numbers = [...all.values()].map((csv) => new Set(rowsOf(csv).map((row) => row["*InvoiceNumber"])));
  expect(numbers.map(({ size }) => size)).toEqual([500, 500, 100]);
  expect(new Set(numbers.flatMap((each) => [...each])).size).toBe(1100);
});

test("what no supplier bills stands in the file of what is left out", async () => {
  const all = await files("2026-10", [usage("-1"), lineOf("top-up", "50"), lineOf("grant", "5")]);
  const left = rowsOf(all.get("xero-bill-2026-10-left-out.csv") ?? "");
  expect(left.map(({ kind, amount }) => [kind, amount])).toEqual([
    ["grant", "5"],
    ["top-up", "50"],
  ]);
});

test("usage without a tax treatment is refused", async () => {
  await expect(files("2026-10", [lineOf("usage", "-1")])).rejects.toThrow(/xero-bill needs a tax rate/);
});
