// @ts-check
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram } from "../install-programs.mjs";

/**
 * Starts Prism on a free port of loopback, serving an OpenAPI document: it refuses every request that the document does
 * not allow, and answers the others as the document says.
 *
 * @param {import("../generate/apply-overlay.mjs").JsonObject} document
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startPrism(document) {
  const folder = await mkdtemp(join(tmpdir(), "spendbook-prism-"));
  const file = join(folder, "openapi.json");
  await writeFile(file, JSON.stringify(document));
  const prism = await findProgram("@stoplight/prism-cli", "prism");
  const child = spawn(process.execPath, [prism, "mock", "--port", "0", file], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "exit");
  const stop = async () => {
    child.kill();
    await ended;
    await rm(folder, { recursive: true });
  };
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8");
  /** @type {Promise<string>} */
  const listening = new Promise((resolve) => {
    const read = (/** @type {string} */ text) => {
      output += text;
      const url = /listening on (http:\/\/\S+)/.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
  });
  const url = await Promise.race([listening, ended.then(() => null)]);
  if (url !== null) return { url, stop };
  await stop();
  throw new Error(`Prism did not start: ${output}`);
}
