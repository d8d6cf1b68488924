import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { runProgram, succeed } from "./programs/run-program.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const changesets = createRequire(import.meta.url).resolve("@changesets/cli/bin.js");

/** A repository with this one's configuration of changesets, and two packages. @type {string} */
let folder;

/** @param {string} path @param {string} text */
async function write(path, text) {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** @param {string[]} args */
const git = (...args) =>
  succeed("git", ["-c", "user.name=A", "-c", "user.email=a@b.example", ...args], { cwd: folder });

/** What CI says of a branch that changes files: the exit code, and what is printed. @param {Record<string, string>} files */
async function status(files) {
  await git("checkout", "--quiet", "-B", "change", "main");
  for (const [path, text] of Object.entries(files)) await write(path, text);
  await git("add", "--all");
  await git("commit", "--quiet", "--message=Change");
  const { code, stdout, stderr } = await runProgram(process.execPath, [changesets, "status", "--since", "main"], {
    cwd: folder,
  });
  return { code, said: stdout + stderr };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spendbook-changesets-"));
  await git("init", "--quiet", "--initial-branch=main");
  await mkdir(join(folder, ".changeset"));
  await copyFile(join(root, ".changeset/config.json"), join(folder, ".changeset/config.json"));
  await write("pnpm-workspace.yaml", "packages:\n  - packages/*\n");
  await write("package.json", JSON.stringify({ name: "workspace", private: true }));
  for (const [name, isPrivate] of Object.entries({ shipped: false, kept: true })) {
    await write(`packages/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", private: isPrivate }));
    await write(`packages/${name}/src/index.ts`, "export {};\n");
  }
  await git("add", "--all");
  await git("commit", "--quiet", "--message=Begin");
});
afterAll(() => rm(folder, { recursive: true }));

test("a change of what is shipped fails without a changeset, and passes with one", async () => {
  const change = { "packages/shipped/src/index.ts": "export const a = 1;\n" };
  const without = await status(change);
  expect(without).toMatchObject({ code: 1, said: expect.stringContaining("no changesets were found") });
  const changeset = { ".changeset/a.md": '---\n"shipped": minor\n---\n\nExports a.\n' };
  expect(await status({ ...change, ...changeset })).toMatchObject({ code: 0, said: expect.stringContaining("minor") });
  const empty = { ".changeset/nothing-to-notice.md": "---\n---\n" };
  expect(await status({ ...change, ...empty })).toMatchObject({ code: 0 });
});

test("a README counts, since it is shipped; tests and private packages do not", async () => {
  expect(await status({ "packages/shipped/README.md": "# shipped\n" })).toMatchObject({ code: 1 });
  expect(await status({ "packages/shipped/src/index.test.ts": "export {};\n" })).toMatchObject({ code: 0 });
  expect(await status({ "packages/kept/src/index.ts": "export const a = 1;\n" })).toMatchObject({ code: 0 });
});

test("CI asks that of every pull request, of the whole history", async () => {
  /** @type {{ jobs: Record<string, { if: string, steps: { run?: string, with?: Record<string, unknown> }[] }> }} */
  const { jobs } = parse(await readFile(join(root, ".github/workflows/ci.yml"), "utf8"));
  expect(jobs.changeset?.if).toBe("github.event_name == 'pull_request'");
  expect(jobs.changeset?.steps[0]?.with).toMatchObject({ "fetch-depth": 0 });
  expect(jobs.changeset?.steps.at(-1)?.run).toMatch(/changeset status --since origin\/\$\{\{ github\.base_ref \}\}$/);
});
