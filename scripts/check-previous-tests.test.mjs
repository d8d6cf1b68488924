import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkPreviousTests, lastRelease } from "./check-previous-tests.mjs";
import { succeed } from "./programs/run-program.mjs";

/** @type {string} */
let root;
const git = (/** @type {string[]} */ ...args) =>
  succeed("git", ["-c", "user.name=a", "-c", "user.email=a@b.example", ...args], { cwd: root });
const write = (/** @type {string} */ file, /** @type {string} */ text) =>
  writeFile(join(root, "packages/a", file), text);

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "spendbook-released-"));
  await mkdir(join(root, "packages/a/src"), { recursive: true });
  await git("init", "--quiet");
  await write("package.json", JSON.stringify({ name: "a", type: "module" }));
  await write("src/inner.ts", "export const inner = (text: string) => text;\n");
  await write("src/index.ts", `export { inner as outer } from "./inner.js";\n`);
  await write("src/index.test.ts", `import { outer } from "./index.js";\nexport const said: string = outer("a");\n`);
  await write("src/inner.test.ts", `import { inner } from "./inner.js";\nexport const said: string = inner("a");\n`);
  await git("add", ".");
  await git("commit", "--quiet", "-m", "One");
});
afterAll(() => rm(root, { recursive: true }));

test("as long as there is no release there is no tag to check against", async () => {
  expect(await lastRelease(root)).toBeNull();
  await git("tag", "@spendbook/a@1.0.0");
  expect(await lastRelease(root)).toBe("@spendbook/a@1.0.0");
});

test("the tests of a release compile against code that keeps what it had", async () => {
  await write("src/inner.ts", "export const inner = (text: string | number) => String(text);\n");
  expect(await checkPreviousTests(root, "HEAD")).toEqual({ checked: ["packages/a/src/index.test.ts"], problems: [] });
});

test("a change that breaks a user breaks the tests that were released, though the present ones were changed with it", async () => {
  await write("src/inner.ts", "export const inner = (text: number) => text;\n");
  await write("src/index.test.ts", `import { outer } from "./index.js";\nexport const said: number = outer(1);\n`);
  const { problems } = await checkPreviousTests(root, "HEAD");
  expect(problems).toEqual([
    expect.stringMatching(/^packages\/a\/src\/index\.test\.ts:2: Type 'number' is not assignable to type 'string'/),
    expect.stringMatching(/^packages\/a\/src\/index\.test\.ts:2: Argument of type 'string' is not assignable/),
  ]);
});

test("a package that was released and is gone is told", async () => {
  await rm(join(root, "packages/a/src"), { recursive: true });
  await expect(checkPreviousTests(root, "HEAD")).rejects.toThrow("packages/a was released and is gone");
});
