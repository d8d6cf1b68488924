import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readDocument } from "../../../../scripts/generate/read-document.mjs";
import { findProgram } from "../../../../scripts/install-programs.mjs";
import type { ProviderId } from "../provider-id.js";

const root = fileURLToPath(new URL("../../../..", import.meta.url));

/** Prism in front of a provider's API; it holds requests and answers to the provider's corrected document. */
export interface PrismProxy {
  /** Serves the document's paths, without the prefix of the provider's server. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts Prism as a proxy that answers with an error where the request or the answer breaks the document. */
export async function startPrismProxy(provider: ProviderId, upstream: string): Promise<PrismProxy> {
  const folder = await mkdtemp(join(tmpdir(), "spendbook-prism-proxy-"));
  const document = join(folder, "openapi.json");
  await writeFile(document, JSON.stringify((await readDocument(root, provider)).overlaid));
  const prism = await findProgram("@stoplight/prism-cli", "prism");
  const options = ["proxy", document, upstream, "--errors", "--host", "127.0.0.1", "--port", "0"];
  const child = spawn(process.execPath, [prism, ...options], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const stop = async () => {
    child.kill();
    await ended;
    await rm(folder, { recursive: true });
  };
  let output = "";
  const listening = new Promise<string>((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const url = /listening on (http:\/\/\S+)/.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  const url = await Promise.race([listening, ended.then(() => null)]);
  if (url !== null) return { url, stop };
  await rm(folder, { recursive: true });
  throw new Error(`Prism did not start: ${output}`);
}
