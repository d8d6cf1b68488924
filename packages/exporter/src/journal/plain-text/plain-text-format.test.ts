import { money } from "@spendbook/normalizer";
import { expect, test } from "vitest";
import { filesOf, lineOf, monthOf } from "../../__fixtures__/journal.js";
import { hledger } from "./hledger.js";
import { ledger } from "./ledger.js";

const coding = {
  ...{ code: "Expenses:R&D", costCentre: "research", taxTreatment: "reverse-charge", vendor: "Neev, Ltd", rule: 1 },
  functional: { amount: "-11.1", currency: "EUR", rate: null, source: null },
};
const usage = lineOf("usage", "-12.000001", { service: "flux-dev", coding });
const october = monthOf("2026-10", [usage, lineOf("top-up", "50")], { "org_1 USD": "100" });

test("hledger gets balances asserted, every digit, codes that stay, tags, and prices in the books' currency", async () => {
  const files = await filesOf(hledger, october);
  expect([...files.keys()]).toEqual(["hledger-2026-10.journal", "hledger-2026-10-opening.journal"]);
  expect(files.get("hledger-2026-10.journal")).toBe(`\
; Prepaid AI credits in 2026-10, Asia/Kolkata, posted basis, closed. Not a tax invoice.
; It asserts the balances that it opens and closes with, so months are read one after another. The books of the
; first month need what the wallets held before, once: include hledger-2026-10-opening.journal above hledger-2026-10.journal.
decimal-mark .

commodity EUR
commodity USD
account Assets:Bank Clearing
account Assets:Prepaid AI Credits:neevcloud:acme:org_1
account Expenses:R&D

2026-10-01 * (20261001-41816b5830) neevcloud | Opening balance asserted, acme, org_1
    ; UUID: 20261001-41816b5830
    ; provider: neevcloud
    ; account: acme
    ; wallet: org_1
    ; source: statement 7 of 2026-10 revision 2
    Assets:Prepaid AI Credits:neevcloud:acme:org_1  0 USD = 100 USD

2026-10-05 * (20261005-672acaed47) neevcloud | Top-up, acme, org_1
    ; UUID: 20261005-672acaed47
    ; provider: neevcloud
    ; account: acme
    ; wallet: org_1
    ; kind: top-up
    ; records: 1
    ; source: statement 7 of 2026-10 revision 2
    Assets:Bank Clearing  -50 USD
      ; lines: 1
    Assets:Prepaid AI Credits:neevcloud:acme:org_1  50 USD

2026-10-05 * (20261005-e2d5133d71) neevcloud | Usage, acme, org_1
    ; UUID: 20261005-e2d5133d71
    ; provider: neevcloud
    ; account: acme
    ; wallet: org_1
    ; kind: usage
    ; records: 1
    ; source: statement 7 of 2026-10 revision 2
    Expenses:R&D  12.000001 USD @@ 11.1 EUR
      ; service: flux-dev
      ; cost-centre: research
      ; tax: reverse-charge
      ; vendor: Neev%2C Ltd
      ; lines: 1
    Assets:Prepaid AI Credits:neevcloud:acme:org_1  -12.000001 USD @@ 11.1 EUR

2026-10-31 * (20261031-6cf35c8902) neevcloud | Closing balance asserted, acme, org_1
    ; UUID: 20261031-6cf35c8902
    ; provider: neevcloud
    ; account: acme
    ; wallet: org_1
    ; source: statement 7 of 2026-10 revision 2
    Assets:Prepaid AI Credits:neevcloud:acme:org_1  0 USD = 137.999999 USD

`);
});

test("ledger gets the same but for what its strict mode wants declared", async () => {
  const [own, other] = [await filesOf(ledger, october), await filesOf(hledger, october)];
  const body = (text = "") => text.slice(text.indexOf("commodity "));
  expect(body(own.get("ledger-2026-10.ledger"))).toBe(body(other.get("hledger-2026-10.journal")));
  expect(own.get("ledger-2026-10-opening.ledger")).toContain("tag UUID\n");
});

test("the opening stands in a file of its own, the day before, and only where there is one", async () => {
  const files = await filesOf(hledger, october);
  expect(files.get("hledger-2026-10-opening.journal")).toContain(
    "    Equity:Opening Balances  -100 USD\n    Assets:Prepaid AI Credits:neevcloud:acme:org_1  100 USD\n",
  );
  expect(files.get("hledger-2026-10-opening.journal")).toMatch(/^2026-09-30 \* \(20260930-/m);
  expect((await filesOf(hledger, monthOf("2026-10", [usage], { "org_1 USD": "0" }))).size).toBe(1);
});

test("where a balance is not known nothing is asserted, and a comment says so", async () => {
  const [text = ""] = (await filesOf(hledger, monthOf("2026-10", [usage]))).values();
  expect(text).not.toContain("asserted,");
  expect(text).toContain(
    "; No assertion of the opening of Assets:Prepaid AI Credits:neevcloud:acme:org_1: it is not known.",
  );
  expect(text).toContain(
    "; No assertion of the closing of Assets:Prepaid AI Credits:neevcloud:acme:org_1: it is not known.",
  );
});

test("a line of unknown direction is a comment with all that is known of it", async () => {
  const unknown = {
    amount: null,
    unsignedAmount: money("3.5", "USD"),
    description: "odd; [2026]",
    id: "neevcloud/acme/x",
  };
  const [text = ""] = (
    await filesOf(hledger, monthOf("2026-10", [usage, lineOf("unclassified", "0", unknown)]))
  ).values();
  expect(text).toContain(
    "; amount: 3.5\n; currency: USD\n; description: odd%3B %5B2026%5D\n; record: neevcloud/acme/x\n",
  );
});

test("where one amount in the books' currency is not known, the transaction has none", async () => {
  const other = lineOf("usage", "-1", { service: "gpu" });
  const [text = ""] = (await filesOf(hledger, monthOf("2026-10", [usage, other]))).values();
  expect(text).not.toContain("@@");
});
