import { expect, test } from "vitest";
import { entryOfAmount } from "../__fixtures__/entry-of-amount.js";
import { createCoder } from "./create-coder.js";
import type { MappingRule } from "./mapping.js";

const usage = entryOfAmount("-1", "2026-10-02T00:00:00Z", { service: "gpu-a100", resource: "res_42", keyName: "prod" });
const ruleOf = (rules: readonly MappingRule[], entry = usage) => createCoder(rules)(entry).rule;

test("the first matching rule decides alone, and what it leaves out stays unassigned", () => {
  const code = createCoder([
    { match: { provider: "flexprice" }, assign: { code: "1" } },
    { match: { service: "gpu-*" }, assign: { code: "6310", vendor: "Neev" } },
    { match: {}, assign: { code: "6300", costCentre: "all" } },
  ]);
  expect(code(usage)).toEqual({
    code: "6310",
    costCentre: null,
    taxTreatment: null,
    vendor: "Neev",
    rule: 2,
    functional: null,
  });
  expect(code({ ...usage, service: "cpu" })).toMatchObject({ code: "6300", costCentre: "all", rule: 3 });
});

test("a line that no rule matches has no rule and nothing assigned", () => {
  expect(createCoder([])(usage)).toEqual({
    code: null,
    costCentre: null,
    taxTreatment: null,
    vendor: null,
    rule: null,
    functional: null,
  });
});

test.each([
  [{ account: "acme", wallet: "w" }, 1],
  [{ account: "acm" }, null],
  [{ account: "ACME" }, null],
  [{ service: "*" }, 1],
  [{ service: "g*a***0" }, 1],
  [{ service: "pu-" }, null],
  [{ service: "gpu.a100" }, null],
  [{ service: null }, null],
  [{ resource: "res_4?" }, null],
  [{ keyName: "prod", kind: "usage" as const }, 1],
  [{ kind: "refund" as const }, null],
])("%j gives rule %j", (match, rule) => {
  expect(ruleOf([{ match, assign: {} }])).toBe(rule);
});

test("null asks for a line that does not state the value, and a star for one that does", () => {
  const silent = { ...usage, service: null };
  expect(ruleOf([{ match: { service: null }, assign: {} }], silent)).toBe(1);
  expect(ruleOf([{ match: { service: "*" }, assign: {} }], silent)).toBeNull();
});

test("stars reach over line ends", () => {
  expect(ruleOf([{ match: { keyName: "a*b" }, assign: {} }], { ...usage, keyName: "a\nb" })).toBe(1);
});

test("a correction is taken for what it corrects", () => {
  const corrects = { month: "2026-09", entryId: "e", kind: "usage" } as const;
  expect(ruleOf([{ match: { kind: "usage" }, assign: {} }], { ...usage, kind: "adjustment", corrects })).toBe(1);
});
