import { expect, test } from "vitest";
import { filesOf, lineOf, monthOf } from "../../__fixtures__/journal.js";
import { rowsOf, totalOf } from "../../__fixtures__/read-import.js";
import { createXeroJournal } from "./xero-journal.js";

const codingOf = (taxTreatment: string | null, costCentre: string | null = null) => ({
  coding: { code: "429", costCentre, taxTreatment, vendor: null, rule: 1, functional: null },
});
const usage = (amount: string, changes = {}) =>
  lineOf("usage", amount, { ...codingOf("20% (VAT on Expenses)"), ...changes });
const files = (...input: Parameters<typeof monthOf>) => filesOf(createXeroJournal(), monthOf(...input));

// Source of columns, dates, signs, grouping and limit: help.xero.com/nz/ManualJournalsImport (statement-rules 2.1,
// row "Xero manual journals").
test("the columns are those of Xero's template, dates are dd/mm/yyyy, a debit is positive and a credit negative", async () => {
  expect((await files("2026-10", [usage("-12.5", { service: "gpu" })])).get("xero-journal-2026-10.csv")).toBe(
    "*Narration,*Date,Description,*AccountCode,*TaxRate,*Amount,TrackingName1,TrackingOption1,TrackingName2,TrackingOption2\r\n" +
      '"Usage, acme, org_1 [20261005-e2d5133d71]",05/10/2026,"Usage, acme, org_1, gpu (1 record)",429,20% (VAT on Expenses),12.50,,,,\r\n' +
      '"Usage, acme, org_1 [20261005-e2d5133d71]",05/10/2026,"Usage, acme, org_1 (1 record)",Assets:Prepaid AI Credits,Tax Exempt,-12.50,,,,\r\n',
  );
});

test("a cost centre is an option of the tracking category of that name", async () => {
  const all = await files("2026-10", [usage("-1", codingOf("No VAT", "research"))]);
  const [expense, prepaid] = rowsOf([...all.values()][0] ?? "");
  expect(expense).toMatchObject({ TrackingName1: "Cost centre", TrackingOption1: "research" });
  expect(prepaid).toMatchObject({ TrackingName1: "", TrackingOption1: "" });
});

test("files have no more than 300 lines, and the lines of one narration and date stand in one and balance", async () => {
  const lines = Array.from({ length: 700 }, (_, index) =>
    usage("-1.005", { service: `s${index % 350}`, date: index < 350 ? "2026-10-05" : "2026-10-06" }),
  );
  const all = await files("2026-10", [...lines, lineOf("top-up", "1000")]);
  const parts = [...all.values()].map(rowsOf);
  expect([...all.keys()][0]).toBe("xero-journal-2026-10-1.csv");
  const seen = new Set<string>();
  for (const part of parts) {
    expect(part.length).toBeLessThanOrEqual(300);
    const groups = new Set(part.map((row) => `${row["*Narration"]} ${row["*Date"]}`));
    for (const group of groups) {
      expect(seen).not.toContain(group);
      seen.add(group);
      const members = part.filter((row) => `${row["*Narration"]} ${row["*Date"]}` === group);
      expect(totalOf(members.map((row) => row["*Amount"]))).toBe("0");
    }
  }
  const prepaid = parts.flat().filter((row) => row["*AccountCode"] === "Assets:Prepaid AI Credits");
  expect(totalOf(prepaid.map((row) => row["*Amount"]))).toBe("296.5");
});

test("a purchase without a tax treatment is refused, by account and service, and nothing is guessed", async () => {
  const lines = [usage("-1"), lineOf("usage", "-1", { service: "flux-dev" }), lineOf("fee", "-1")];
  await expect(files("2026-10", lines)).rejects.toThrow(
    expect.objectContaining({
      code: "tax_treatment_missing",
      message: expect.stringMatching(/neevcloud\/acme; neevcloud\/acme "flux-dev".*"taxTreatment"/),
    }),
  );
});

test("what no supplier sold has no tax, under the name that the rate has in the country", async () => {
  const others = [lineOf("top-up", "5"), lineOf("grant", "1"), lineOf("expiry", "-1"), lineOf("adjustment", "-0.5")];
  const rates = async (options?: Parameters<typeof createXeroJournal>[0]) => {
    const all = await filesOf(createXeroJournal(options), monthOf("2026-10", others));
    return new Set(rowsOf([...all.values()][0] ?? "").map((row) => row["*TaxRate"]));
  };
  expect(await rates()).toEqual(new Set(["Tax Exempt"]));
  expect(await rates({ taxFree: "No VAT" })).toEqual(new Set(["No VAT"]));
});

test("a correction of usage needs its tax treatment and goes to the account of usage", async () => {
  const corrects = { month: "2026-09", entryId: "late", kind: "usage" } as const;
  const all = await files("2026-10", [lineOf("adjustment", "-2", { corrects, ...codingOf("No VAT") })]);
  expect(rowsOf([...all.values()][0] ?? "")[0]).toMatchObject({ "*AccountCode": "429", "*TaxRate": "No VAT" });
  await expect(files("2026-10", [lineOf("adjustment", "-2", { corrects })])).rejects.toThrow(/tax rate/);
});
