// @ts-check
// Prints what a provider costs in lines, by part: `node scripts/show-provider.mjs runpod`.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** The parts in the order in which they are made, each with the files that it takes. @type {[name: string, of: RegExp][]} */
const parts = [
  ["document: the provider's, cut down", /^specs\/PROVIDER\/openapi\./],
  ["document: overlay and record", /^specs\/PROVIDER\//],
  ["client: generated types and API report", /^packages\/PROVIDER\/(src\/generated\/|.*\.api\.md$)/],
  ["client: README, manifest, licence", /^packages\/PROVIDER\/[^/]+$/],
  ["client: tests", /^packages\/PROVIDER\/.*\.test\.ts$/],
  ["client: code", /^packages\/PROVIDER\//],
  ["mapping: tests", /^packages\/normalizer\/.*\/?PROVIDER[^/]*\.test\.ts$/],
  ["mapping: code", /^packages\/normalizer\/.*\/PROVIDER[^/]*\.ts$/],
  ["feed: tests", /^packages\/spendbook\/.*\/PROVIDER[^/]*\.test\.ts$/],
  ["feed: code", /^packages\/spendbook\/.*\/PROVIDER[^/]*\.ts$/],
  ["sandbox: tests", /^packages\/sandbox\/.*PROVIDER.*\.test\.ts$/],
  ["sandbox: code", /^packages\/sandbox\/.*\/(create-)?PROVIDER/],
];
/** Where a provider is only named. */
const isShared = /^(packages|scripts|README\.md|CONTRIBUTING\.md|package\.json|\.changeset)/;
const noise = /(^|\/)(CHANGELOG\.md|pnpm-lock\.yaml)$/;

/**
 * The lines of each part of a provider, and those in files of all providers that name it.
 *
 * @param {string} root The repository.
 * @param {string} provider Its package's name without the scope.
 * @returns {Promise<[part: string, lines: number, files: number][]>}
 */
export async function countProvider(root, provider) {
  const git = async (/** @type {string[]} */ ...args) => (await promisify(execFile)("git", args, { cwd: root })).stdout;
  const files = (await git("ls-files")).split("\n").filter((file) => file !== "" && !noise.test(file));
  /** @type {Map<string, { lines: number, files: number }>} */
  const counts = new Map(parts.map(([name]) => [name, { lines: 0, files: 0 }]));
  const own = new Set();
  for (const file of files) {
    const part = parts.find(([, of]) => new RegExp(of.source.replaceAll("PROVIDER", provider)).test(file));
    const count = counts.get(part?.[0] ?? "");
    if (count === undefined) continue;
    own.add(file);
    count.files += 1;
    count.lines += (await readFile(join(root, file), "utf8")).split("\n").length - 1;
  }
  const name = new RegExp(provider.replaceAll("-", "[- ]?"), "i");
  let [lines, shared] = [0, 0];
  for (const file of files.filter((each) => isShared.test(each) && !own.has(each))) {
    const naming = (await readFile(join(root, file), "utf8")).split("\n").filter((line) => name.test(line)).length;
    lines += naming;
    shared += naming > 0 ? 1 : 0;
  }
  return [
    ...[...counts].map(([part, count]) => /** @type {[string, number, number]} */ ([part, count.lines, count.files])),
    ["in files of all: lines that name it", lines, shared],
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [provider = ""] = process.argv.slice(2);
  const rows = await countProvider(fileURLToPath(new URL("..", import.meta.url)), provider);
  for (const [part, lines, files] of rows)
    console.log(`${part.padEnd(40)} ${String(lines).padStart(6)} lines in ${files} files`);
}
