import { expect, test } from "vitest";
import { checkFocus14 } from "./__fixtures__/check-focus-1.4.js";
import { columns14 } from "./__fixtures__/focus-model.js";
import { everyCharge, monthOfCharges } from "./__fixtures__/month-of-charges.js";
import { readFocus } from "./__fixtures__/read-focus.js";

/** Conditions of 1.4 that a prepaid wallet does not meet: the columns that depend on them are left out. */
const notMet = [
  "Supports data generator-calculated split cost allocation",
  "Supports deploying resources or services within an availability zone",
  "Supports deploying resources or services within a region",
  "Supports capacity reservations",
  "Supports commitment discounts",
  "Supports commitment programs",
  "Supports contract commitments",
  "Supports payable invoices",
  "Publishes unit prices exclusive of discounts",
  "Supports negotiated pricing concepts",
  "Supports more than one pricing category across all SKUs",
  "Supports pricing and billing in different currencies",
  "Supports prices in virtual currency and publishes unit prices exclusive of discounts",
  "Supports unit pricing concepts and publishes price lists, publicly or as part of contracting",
  "Supports billing based on provisioned resources and supports assigning types to resources",
  "Supports setting user or provider-defined tags",
];

const { statement, lines } = monthOfCharges(everyCharge);
const file = await readFocus(statement, lines, "1.4");
const focusColumns = file.columns.filter((name) => !name.startsWith("x_"));

test("a file with one of everything agrees with every column of the model", () => {
  expect(file.rows.length).toBeGreaterThan(everyCharge.length);
  expect(checkFocus14(file)).toEqual([]);
});

test("it has every column but those whose condition is not met, in the order of the alphabet", () => {
  const expected = Object.entries(columns14).filter(([, { condition }]) => !notMet.includes(condition));
  expect(focusColumns).toEqual(expected.map(([name]) => name).sort());
});

test("custom columns are named by FOCUS' rules", () => {
  for (const name of file.columns.slice(focusColumns.length)) {
    expect(name).toMatch(/^x_[A-Z][A-Za-z0-9]+$/);
    expect(name.length).toBeLessThanOrEqual(50);
  }
  expect(new Set(file.columns).size).toBe(file.columns.length);
});

const mandatory = focusColumns.filter((name) => columns14[name]?.feature_level === "Mandatory");
test.each(mandatory)("a file without %s is refused", (name) => {
  expect(checkFocus14({ ...file, columns: file.columns.filter((each) => each !== name) })).not.toEqual([]);
});

test.each([
  ["BilledCost", "1,5"],
  ["EffectiveCost", null],
  ["ChargePeriodEnd", "2026-11-01"],
  ["BillingCurrency", "CREDITS"],
  ["ChargeCategory", "Refund"],
  ["ServiceSubcategory", "Virtual Machines"],
  ["ServiceProviderName", null],
  ["PricingUnit", "us dollars"],
  ["ProviderName", "gone since 1.4"],
])("a file with %s %j is refused", (name, cell) => {
  const columns = file.columns.includes(name) ? file.columns : [name, ...file.columns];
  const rows = file.rows.map((row) => ({ ...row, [name]: cell }));
  expect(checkFocus14({ columns, rows })).not.toEqual([]);
});
