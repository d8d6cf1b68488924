import { expect, test } from "vitest";
import { filesOf, lineOf, monthOf } from "../../__fixtures__/journal.js";
import { beancount } from "./beancount.js";

const coding = {
  ...{ code: "6310", costCentre: "research", taxTreatment: "reverse-charge", vendor: 'Neev "Ltd"', rule: 1 },
  functional: { amount: "-11.1", currency: "EUR", rate: null, source: null },
};
const usage = lineOf("usage", "-12.000001", { service: "flux-dev", coding });

test("beancount gets exact balances at the start of both months, links that stay, and metadata", async () => {
  const files = await filesOf(beancount, monthOf("2026-10", [usage], { "org_1 USD": "100" }));
  const text = files.get("beancount-2026-10.beancount") ?? "";
  expect(text.slice(text.indexOf('plugin "'))).toBe(`\
plugin "beancount.plugins.auto_accounts"

2026-10-01 balance Assets:Prepaid-AI-Credits:Neevcloud:Acme:Org--1  100 ~ 0 USD
  provider: "neevcloud"
  account: "acme"
  wallet: "org_1"
  source: "statement 7 of 2026-10 revision 2"

2026-10-05 * "neevcloud" "Usage, acme, org_1" ^20261005-e2d5133d71
  provider: "neevcloud"
  account: "acme"
  wallet: "org_1"
  kind: "usage"
  records: 1
  source: "statement 7 of 2026-10 revision 2"
  Expenses:6310  12.000001 USD
    functional: 11.1 EUR
    account: "6310"
    service: "flux-dev"
    cost-centre: "research"
    tax: "reverse-charge"
    vendor: "Neev %22Ltd%22"
    lines: 1
  Assets:Prepaid-AI-Credits:Neevcloud:Acme:Org--1  -12.000001 USD
    functional: -11.1 EUR

2026-11-01 balance Assets:Prepaid-AI-Credits:Neevcloud:Acme:Org--1  87.999999 ~ 0 USD
  provider: "neevcloud"
  account: "acme"
  wallet: "org_1"
  source: "statement 7 of 2026-10 revision 2"

`);
  expect(files.get("beancount-2026-10-opening.beancount")).toContain(
    '2026-09-30 * "neevcloud" "Opening balance, acme, org_1" ^20260930-58412c5cf0\n',
  );
});

test("where a balance is not known nothing is asserted, and a comment says so", async () => {
  const files = await filesOf(beancount, monthOf("2026-10", [usage]));
  expect(files.size).toBe(1);
  const [text = ""] = files.values();
  expect(text).not.toMatch(/^\d{4}-\d\d-\d\d balance /m);
  expect(text).toMatch(/^; No assertion of the opening of Assets:\S+: it is not known\.$/m);
});
