import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.js";

test("members are sorted by code units and values written as RFC 8785 writes them", () => {
  const value = {
    "\u20ac": "Euro",
    "\r": "CR",
    "\ufb33": "dalet",
    "1": "one",
    "\u0080": "control",
    "\ud83d\ude00": "smile",
    "10": 0,
    "9": 1,
  };
  expect(canonicalJson(value)).toBe(
    '{"\\r":"CR","1":"one","10":0,"9":1,"\u0080":"control","\u20ac":"Euro","\ud83d\ude00":"smile","\ufb33":"dalet"}',
  );
  expect(canonicalJson([1e21, 1e-7, 333333333.3333333, -0, null, true, "\u20ac$\u000f\n"])).toBe(
    '[1e+21,1e-7,333333333.3333333,0,null,true,"\u20ac$\\u000f\\n"]',
  );
});

test("a member may be named as an object's own workings are", () => {
  const text = '[{"__proto__":{"b":2},"a":1}]';
  expect(canonicalJson(JSON.parse('[{"a": 1, "__proto__": {"b": 2}}]'))).toBe(text);
});

test("the text is the same in whatever order the members came, and holds the whole value", () => {
  const reversed = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(reversed)
      : typeof value === "object" && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([name, member]) => [name, reversed(member)]),
          )
        : value;
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const wire = JSON.parse(JSON.stringify(value)) as unknown;
      expect(canonicalJson(reversed(wire))).toBe(canonicalJson(wire));
      expect(JSON.parse(canonicalJson(wire))).toEqual(wire);
    }),
  );
});
