import { describe, expect, test } from "vitest";
import { checkFocus12, isCheckable } from "./__fixtures__/check-focus-1.2.js";
import { rules12 } from "./__fixtures__/focus-model.js";
import { everyCharge, monthOfCharges } from "./__fixtures__/month-of-charges.js";
import { type Cells, type FocusFile, readFocus } from "./__fixtures__/read-focus.js";

/** What is true of prepaid wallets, of the conditions that the specification makes columns depend on. */
const criteria = new Set([
  "ACCOUNT_NAMING_SUPPORTED",
  "MULTIPLE_BILLING_ACCOUNT_TYPES_SUPPORTED",
  "MULTIPLE_SUB_ACCOUNT_TYPES_SUPPORTED",
  "SUB_ACCOUNT_SUPPORTED",
  "USAGE_MEASUREMENT_SUPPORTED",
  "BILLING_BASED_ON_PROVISIONED_RESOURCES_SUPPORTED",
]);

/** Rules that the file breaks, why, and in which rows alone. */
const broken: Readonly<Record<string, { readonly why: string; readonly where: (row: Cells) => boolean }>> = {
  "PricingQuantity-C-005-C": {
    why: "the provider states no quantity, and none is made up",
    where: (row) => row.ChargeCategory === "Usage" && row.ChargeClass === null && row.ConsumedQuantity === null,
  },
  "PricingQuantity-C-008-M": {
    why: "the model asks for a value where the specification asks that a value be a decimal; the column is nullable",
    where: (row) => row.PricingQuantity === null,
  },
  "ConsumedQuantity-C-006-C": {
    why: "the model's condition is the opposite of the rule's words, which let corrections have none",
    where: (row) => row.ChargeClass === "Correction" && row.ConsumedQuantity === null,
  },
  "InvoiceId-C-005-C": {
    why: "the model leaves the rule's condition out: the charge is associated with an invoice, and none is known",
    where: (row) => row.InvoiceId === null,
  },
};

const file = await (async () => {
  const { statement, lines } = monthOfCharges(everyCharge);
  const wallets = statement.wallets.map((wallet) => ({ ...wallet, unexplained: "-0.5" }));
  return readFocus({ ...statement, wallets }, lines, "1.2");
})();

function failuresOf(changed: FocusFile): string[] {
  return [...checkFocus12(changed, criteria)].filter(([, { outcome }]) => outcome === "fails").map(([id]) => id);
}

/** The rules on the list, and those that only gather rules on the list. */
function unexpected(changed: FocusFile): string[] {
  const results = checkFocus12(changed, criteria);
  return failuresOf(changed).filter((id) => {
    const exception = broken[id];
    if (exception !== undefined) return results.get(id)?.rows.some((row) => !exception.where(row));
    return !gathersOnly(id);
  });
  function gathersOnly(id: string): boolean {
    const { Items = [] } = rules12[id]?.ValidationCriteria.Requirement ?? {};
    const failing = Items.filter(({ ModelRuleId = "" }) => results.get(ModelRuleId)?.outcome === "fails");
    return (
      failing.length > 0 && failing.every(({ ModelRuleId = "" }) => ModelRuleId in broken || gathersOnly(ModelRuleId))
    );
  }
}

test("every rule that a program can check is run", () => {
  expect(Object.keys(rules12)).toHaveLength(621);
  expect(Object.values(rules12).filter(isCheckable)).toHaveLength(420);
  expect(checkFocus12(file, criteria).size).toBeGreaterThanOrEqual(420);
});

test("a file with one of everything passes every rule but those that are listed with their reason", () => {
  expect(unexpected(file)).toEqual([]);
  expect(failuresOf(file)).toEqual(expect.arrayContaining(Object.keys(broken)));
});

test("rules do not apply only where their column is left out, or a condition is not met", () => {
  for (const [id, { outcome }] of checkFocus12(file, criteria)) {
    const { Reference, ApplicabilityCriteria, ValidationCriteria } = rules12[id] ?? expect.fail(id);
    if (outcome !== "not applicable") continue;
    const isMet = ApplicabilityCriteria.every((each) => criteria.has(each));
    expect(isMet && file.columns.includes(Reference), `${id}: ${ValidationCriteria.MustSatisfy}`).toBe(false);
  }
});

describe("a broken file is refused", () => {
  const change = (column: string, cell: (before: string | null) => string | null): FocusFile => ({
    ...file,
    rows: file.rows.map((row) => ({ ...row, [column]: cell(row[column] ?? null) })),
  });
  const focusColumns = file.columns.filter((name) => !name.startsWith("x_"));

  test.each(focusColumns)("without %s", (column) => {
    const without = { ...file, columns: file.columns.filter((name) => name !== column) };
    expect(unexpected(without)).not.toEqual([]);
  });

  test.each([
    ["BilledCost", "1,5"],
    ["BilledCost", "$5"],
    ["EffectiveCost", "1e+21"],
    ["EffectiveCost", "1"],
    ["ListCost", "5 USD"],
    ["ContractedCost", "½"],
    ["ConsumedQuantity", "many"],
    ["PricingQuantity", "+1"],
    ["BillingPeriodStart", "2026-10-01"],
    ["BillingPeriodEnd", "2026-11-01T00:00:00+00:00"],
    ["ChargePeriodStart", "10/31/2026"],
    ["ChargePeriodEnd", "2026-13-01T00:00:00Z"],
    ["BillingCurrency", "credits"],
    ["ChargeCategory", "Refund"],
    ["ChargeClass", "Late"],
    ["ChargeFrequency", "Monthly"],
    ["ServiceCategory", "AI"],
    ["ServiceSubcategory", "Virtual Machines"],
    ["InvoiceIssuerName", "Somebody else"],
    ["PricingUnit", "us dollars"],
    ["ServiceName", " "],
  ])("with %s %j", (column, cell) => {
    expect(unexpected(change(column, () => cell))).not.toEqual([]);
  });

  const required = focusColumns.filter((column) => file.rows.every((row) => row[column] !== null));
  test.each(required.filter((column) => column !== "ChargeDescription"))("with %s empty", (column) => {
    expect(unexpected(change(column, () => null))).not.toEqual([]);
  });
});
