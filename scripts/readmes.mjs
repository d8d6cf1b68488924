// @ts-check
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findProviders, readDocument } from "./generate/read-document.mjs";
import { blockIn, isSame, replaceBlock } from "./readmes/blocks.mjs";
import { describeSize, describeSource } from "./readmes/describe.mjs";
import { inKilobytes, limit, measureSizes } from "./sizes/measure-sizes.mjs";

const remedy = "npx -y pnpm@12.18.0 build && npx -y pnpm@12.18.0 readmes";

/**
 * Writes what was measured and what is on record into the READMEs of the clients, and gives what was not so: the files
 * whose text differs, and the clients that weigh more than the limit. Writes nothing if `check` is set.
 *
 * @param {string} root The repository; its packages are built.
 * @param {{ check: boolean }} options
 * @returns {Promise<{ drifted: string[], tooLarge: string[] }>}
 */
export async function writeReadmes(root, { check }) {
  const documented = await findProviders(root);
  const drifted = [];
  const tooLarge = [];
  for (const size of await measureSizes(root)) {
    if (size.brotli > limit) tooLarge.push(`packages/${size.folder}: ${inKilobytes(size.brotli)} kB`);
    const path = `packages/${size.folder}/README.md`;
    const before = await readFile(join(root, path), "utf8");
    const blocks = new Map([["size", describeSize(size)]]);
    if (documented.includes(size.folder)) {
      const { record } = await readDocument(root, size.folder);
      blocks.set("document", describeSource(size.folder, record));
    }
    if ([...blocks].every(([name, text]) => isSame(blockIn(before, name), text))) continue;
    drifted.push(path);
    if (check) continue;
    let after = before;
    for (const [name, text] of blocks) after = replaceBlock(after, name, text, path);
    await writeFile(join(root, path), after);
  }
  return { drifted, tooLarge };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
  const { drifted, tooLarge } = await writeReadmes(fileURLToPath(new URL("..", import.meta.url)), values);
  if (tooLarge.length > 0) {
    console.error(`More than ${inKilobytes(limit)} kB, bundled and compressed:\n${tooLarge.join("\n")}`);
    process.exitCode = 1;
  }
  if (values.check && drifted.length > 0) {
    console.error(`READMEs differ from what was measured:\n${drifted.join("\n")}\nMend them with: ${remedy}`);
    process.exitCode = 1;
  } else console.log(drifted.length === 0 ? "The READMEs are up to date." : `Written:\n${drifted.join("\n")}`);
}
