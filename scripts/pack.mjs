// @ts-check
// Packs what is published into a folder, as pnpm publishes it.
import { mkdir, readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { packPackages } from "./programs/pack-packages.mjs";

const folder = resolve(process.argv[2] ?? "packed");
await mkdir(folder, { recursive: true });
if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty`);
for (const { name, folder: unpacked } of await packPackages(fileURLToPath(new URL("..", import.meta.url)), folder)) {
  await rm(join(unpacked), { recursive: true });
  console.log(name);
}
