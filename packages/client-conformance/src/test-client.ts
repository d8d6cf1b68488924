import { describe } from "vitest";
import type { ClientRule } from "./client-rule.js";
import { testCalls } from "./test-calls.js";
import { testErrors } from "./test-errors.js";
import { testExactness } from "./test-exactness.js";
import { testList } from "./test-list.js";
import { testRetries } from "./test-retries.js";
import { testSecrets } from "./test-secrets.js";
import { testWholeList } from "./test-whole-list.js";

/** Registers the tests that every billing client passes, for the client that the rule declares. */
export function testClient<Client>(rule: ClientRule<Client>): void {
  describe(`the client of ${rule.provider}`, () => {
    describe("calls", () => testCalls(rule));
    describe("exactness", () => testExactness(rule));
    describe("errors", () => testErrors(rule));
    describe("retries", () => testRetries(rule));
    describe("secrets", () => testSecrets(rule));
    describe.each(rule.lists.map((list) => ({ name: list.name, list })))("the list of $name", ({ list }) =>
      list.window === undefined ? testWholeList(rule, list) : testList(rule, list, list.window),
    );
  });
}
