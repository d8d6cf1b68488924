// @ts-check
import { serveDocuments } from "../programs/packed-clients.mjs";
import { runOn } from "../programs/run-on.mjs";
import { succeed } from "../programs/run-program.mjs";
import { runtimePackages } from "../programs/runtimes.mjs";

/**
 * Runs the installed clients on every runtime; throws where they do not tell the same.
 *
 * @param {string} root
 * @param {string} cwd
 */
export async function runEverywhere(root, cwd) {
  const documents = await serveDocuments(root);
  try {
    /** @type {string[]} */
    const told = [];
    for (const run of Object.values(runOn)) told.push(JSON.stringify(await run({ cwd, urls: documents.urls })));
    if (new Set(told).size !== 1) throw new Error(`the runtimes differ:\n${told.join("\n")}`);
  } finally {
    await documents.stop();
  }
  const versions = Object.values(runtimePackages).map((spec) => spec.split("@").at(-1));
  const names = Object.keys(runtimePackages).map((name) => name.split("-")[0]);
  const chromium = (await succeed("chromium", ["--version"], { cwd })).split(" ").slice(0, 2).join(" ");
  return [...names.map((name, index) => `${name} ${versions[index]}`), chromium].join(", ");
}
