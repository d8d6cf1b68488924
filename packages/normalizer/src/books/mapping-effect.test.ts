import { expect, test } from "vitest";
import { entryOfAmount } from "../__fixtures__/entry-of-amount.js";
import { createCoder } from "./create-coder.js";
import { createMappingEffect } from "./mapping-effect.js";

test("says what each rule decides, and lists the spending that none does", () => {
  const rules = [
    { match: { service: "gpu" }, assign: { code: "6310" } },
    { match: { kind: "fee" as const }, assign: { code: "6900" } },
  ];
  const code = createCoder(rules);
  const effect = createMappingEffect(rules.length);
  const at = "2026-10-02T00:00:00Z";
  const corrects = { month: "2026-09", entryId: "e", kind: "usage" } as const;
  for (const line of [
    entryOfAmount("-1.5", at, { service: "gpu" }),
    entryOfAmount("-0.5", at, { service: "gpu", kind: "adjustment", corrects }),
    entryOfAmount("0.25", at, { service: "gpu", kind: "refund" }),
    entryOfAmount("-2", at, { service: "disk", keyName: "ci" }),
    entryOfAmount("-3", at, { service: "disk", keyName: "ci", currency: "EUR" }),
    entryOfAmount("100", at),
  ])
    effect.add(line, code(line));
  expect(effect.finish()).toEqual({
    rules: [
      { rule: 1, lines: 3, spend: [{ currency: "USD", amount: "1.75" }] },
      { rule: 2, lines: 0, spend: [] },
    ],
    unmapped: [
      { provider: "neevcloud", account: "acme", service: "disk", keyName: "ci", currency: "EUR", spend: "3", lines: 1 },
      { provider: "neevcloud", account: "acme", service: "disk", keyName: "ci", currency: "USD", spend: "2", lines: 1 },
    ],
  });
});
