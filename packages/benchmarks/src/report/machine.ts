import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os";
import process from "node:process";

/** What the figures were measured on, in a sentence. */
export function describeMachine(): string {
  const processor = cpus()[0]?.model.trim() ?? "an unknown processor";
  const memory = (totalmem() / 1e9).toFixed(0);
  const load = loadavg()[0]?.toFixed(1);
  return `${availableParallelism()} × ${processor}, ${memory} GB of memory, ${type()} ${release()}; load average at the beginning ${load}`;
}

/** The versions that decide. */
export async function describeVersions(): Promise<string> {
  const spendbook = await readJson(createRequire(import.meta.url).resolve("spendbook/package.json"));
  // It is pinned, and does not let its own manifest be read.
  const { dependencies } = await readJson(new URL("../../package.json", import.meta.url));
  return `Node ${process.versions.node}, spendbook ${spendbook.version}, libsql ${dependencies?.libsql}`;
}

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

async function readJson(file: string | URL): Promise<Manifest> {
  return JSON.parse(await readFile(file, "utf8")) as Manifest;
}
