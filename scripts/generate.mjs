// @ts-check
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generateSchemas } from "./generate/generate-schemas.mjs";
import { generateTypes } from "./generate/generate-types.mjs";
import { findProviders, readDocument } from "./generate/read-document.mjs";

const remedy = "npx -y pnpm@12.18.0 generate";

/**
 * Generates the types of every provider whose record asks for it, and gives their files' texts by path.
 *
 * @param {string} root The repository.
 * @returns {Promise<Record<string, string>>}
 */
async function generateClients(root) {
  /** @type {Record<string, string>} */
  const files = {};
  for (const provider of await findProviders(root)) {
    const document = await readDocument(root, provider);
    if (!document.record.generate) continue;
    files[`packages/${provider}/src/generated/openapi.ts`] = await generateTypes(document);
  }
  return files;
}

/**
 * Generates everything and gives the files that differ from what lies on the disk, by their paths in the repository;
 * writes them unless `check` is set.
 *
 * @param {string} root The repository.
 * @param {{ check: boolean }} options
 * @returns {Promise<string[]>}
 */
export async function generate(root, { check }) {
  const drifted = [];
  for (const [path, text] of Object.entries({ ...(await generateClients(root)), ...(await generateSchemas()) })) {
    const file = join(root, path);
    if (text === (await readFile(file, "utf8").catch(() => null))) continue;
    drifted.push(path);
    if (check) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return drifted;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
  const root = fileURLToPath(new URL("..", import.meta.url));
  try {
    const drifted = await generate(root, values);
    if (values.check && drifted.length > 0) {
      console.error(
        `Generated files differ from what they are generated from:\n${drifted.join("\n")}\nMend them with: ${remedy}`,
      );
      process.exitCode = 1;
    } else console.log(drifted.length === 0 ? "Generated files are up to date." : `Written:\n${drifted.join("\n")}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
