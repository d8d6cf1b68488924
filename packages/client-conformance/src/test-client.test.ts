import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { startVitest } from "vitest/node";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The names of the tests that a client with this fault fails, and how many it passes. */
async function judge(fault: string) {
  const vitest = await startVitest("test", [], {
    root,
    config: false,
    include: ["src/__fixtures__/faulty-client.ts"],
    env: { FAULT: fault },
    watch: false,
    // A fault may let a call hang.
    testTimeout: fault === "none" ? 20_000 : 1_000,
    reporters: [{}],
  });
  const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
  const failed = tests.filter((each) => each.result().state === "failed").map(({ name }) => name);
  await vitest.close();
  // A failed run leaves its mark on the process that judged it.
  process.exitCode = 0;
  return { failed, passed: tests.length - failed.length };
}

test("a client that keeps its promises passes every test", async () => {
  const { failed, passed } = await judge("none");
  expect(failed).toEqual([]);
  expect(passed).toBeGreaterThan(50);
});

test.each([
  ["retries are off", /^a read is repeated after HTTP 503/],
  ["an empty page ends the list", /^a page of \[\] before the end is an error/],
  ["an empty page ends the list", /^an answer of fewer rows than it counts is an error: \[\]/],
  ["the first row comes twice", /^every row comes once and in order/],
  ["the first row comes twice", /^250 rows come once and in order/],
  ["numbers are rounded", /^the number 9007199254740993, which a double would change/],
  ["the key is in the address", /^a read is sent as the document has it/],
  ["the signal is not passed on", /^an abort ends a call at once/],
])("a client of which it is true that %s is caught", async (fault, expected) => {
  const { failed } = await judge(fault);
  expect(failed).toEqual(expect.arrayContaining([expect.stringMatching(expected)]));
});
