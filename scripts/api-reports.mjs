// @ts-check
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { CompilerState, Extractor, ExtractorConfig } from "@microsoft/api-extractor";
import { readPackages } from "./check-packages/read-packages.mjs";

const remedy = "npx -y pnpm@12.18.0 build && npx -y pnpm@12.18.0 api";

/**
 * Writes what each public package exports, with its signatures, into `<package>.api.md`, where a change of it shows in a
 * review; gives the reports that differ from what lies there. Writes nothing if `check` is set.
 *
 * @param {string} root The repository; its packages are built.
 * @param {{ check: boolean }} options
 * @returns {Promise<string[]>}
 */
export async function writeApiReports(root, { check }) {
  const folder = await mkdtemp(join(tmpdir(), "spendbook-api-"));
  try {
    const packages = (await readPackages(root)).filter(({ manifest }) => !manifest.private && exportsCode(manifest));
    const configs = packages.map((one) => ({ one, config: configure(root, one.folder, folder) }));
    const [first, ...others] = configs.map(({ config }) => config);
    if (first === undefined) return [];
    // One program for all: most of the time goes into reading what they have in common.
    const additionalEntryPoints = others.map((config) => config.mainEntryPointFilePath);
    const compilerState = CompilerState.create(first, { additionalEntryPoints });
    const drifted = [];
    for (const { one, config } of configs) {
      extract(config, compilerState);
      const path = `packages/${one.folder}/${one.folder}.api.md`;
      const after = await readFile(config.reportFilePath, "utf8");
      if (after === (await readFile(join(root, path), "utf8").catch(() => null))) continue;
      drifted.push(path);
      if (!check) await copyFile(config.reportFilePath, join(root, path));
    }
    return drifted;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @param {import("./check-packages/read-packages.mjs").Manifest} manifest */
const exportsCode = ({ exports }) => "." in Object(exports);

/**
 * @param {string} root
 * @param {string} name The package's folder.
 * @param {string} reportFolder
 */
function configure(root, name, reportFolder) {
  const projectFolder = join(root, "packages", name);
  const none = { default: { logLevel: /** @type {any} */ ("none") } };
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(projectFolder, "package.json"),
    configObject: {
      projectFolder,
      mainEntryPointFilePath: "<projectFolder>/dist/index.d.ts",
      newlineKind: "lf",
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            ...{ target: "es2022", module: "nodenext", lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"] },
            ...{ strict: true, skipLibCheck: true, types: ["node"] },
          },
          files: ["dist/index.d.ts"],
        },
      },
      apiReport: { enabled: true, reportFileName: `${name}.api.md`, reportFolder, reportTempFolder: reportFolder },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: { extractorMessageReporting: none, tsdocMessageReporting: none },
    },
  });
}

/** @param {ExtractorConfig} config @param {CompilerState} compilerState */
function extract(config, compilerState) {
  /** @type {string[]} */
  const problems = [];
  Extractor.invoke(config, {
    compilerState,
    localBuild: true,
    messageCallback: (message) => {
      if (message.category === "Compiler") problems.push(message.text);
      message.handled = true;
    },
  });
  if (problems.length > 0) throw new Error(`${config.projectFolder}: ${problems.join("; ")}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
  const drifted = await writeApiReports(fileURLToPath(new URL("..", import.meta.url)), values);
  if (values.check && drifted.length > 0) {
    console.error(`What packages export differs from their reports:\n${drifted.join("\n")}`);
    console.error(`If that is meant, write the reports and add a changeset: ${remedy}`);
    process.exitCode = 1;
  } else console.log(drifted.length === 0 ? "The API reports are up to date." : `Written:\n${drifted.join("\n")}`);
}
