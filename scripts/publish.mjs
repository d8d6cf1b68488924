// @ts-check
// Publishes the tarballs of a folder: run by the release workflow, which has packed and checked them in a job without rights.
import { resolve } from "node:path";
import { publishTarballs, readTarballs } from "./release/publish-tarballs.mjs";

const folder = process.argv[2];
if (folder === undefined) throw new Error("node scripts/publish.mjs <folder of tarballs>");
for (const { name, version, outcome } of await publishTarballs(await readTarballs(resolve(folder)), { dryRun: false }))
  console.log(`${name}@${version}: ${outcome}`);
