import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parse } from "yaml";

const folder = new URL("../.github/workflows/", import.meta.url);
const workflows = await Promise.all(
  (await readdir(folder)).map(async (file) => ({ file, text: await readFile(new URL(file, folder), "utf8") })),
);

/** @typedef {{ uses?: string, run?: string, with?: Record<string, unknown> }} Step */
/** @typedef {{ permissions?: Record<string, string>, steps: Step[], needs?: string }} Job */

test.each(workflows)("every action of $file is pinned to a commit, with its version beside it", ({ text }) => {
  const used = text.match(/uses: .*/g) ?? [];
  expect(used.length).toBeGreaterThan(0);
  for (const line of used) expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test.each(workflows)("no long-lived token is asked for in $file", ({ text }) => {
  const secrets = [...text.matchAll(/secrets\.(\w+)/g)].map(([, name]) => name);
  expect(secrets.filter((name) => name !== "GITHUB_TOKEN")).toEqual([]);
});

test("what publishes installs no dependency and builds nothing, and no other job of the release has its right", () => {
  const release = workflows.find(({ file }) => file === "release.yml")?.text ?? "";
  const { permissions, jobs } = /** @type {{ permissions: object, jobs: Record<string, Job> }} */ (parse(release));
  expect(permissions).toEqual({});
  const entitled = Object.entries(jobs).filter(([, job]) => job.permissions?.["id-token"] === "write");
  expect(entitled.map(([name]) => name)).toEqual(["publish"]);
  const commands = jobs.publish?.steps.flatMap(({ run }) => run ?? []) ?? [];
  expect(commands.at(-1)).toBe("node scripts/publish.mjs packed");
  expect(commands.filter((command) => /pnpm|install(?!.*\bnpm@\d+\.\d+\.\d+$)/.test(command))).toEqual([]);
  expect(jobs.publish?.needs).toBe("pack");
  expect(jobs.pack?.permissions).toEqual({ contents: "read" });
});
