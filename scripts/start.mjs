// @ts-check
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeCompanyMonths } from "./programs/write-company-months.mjs";

// The statement of a made-up company.
const month = "2026-10";

const directory = fileURLToPath(new URL("../demo", import.meta.url));
await rm(directory, { recursive: true, force: true });
await mkdir(directory);

process.exitCode = await writeCompanyMonths(directory, [["statement", month]], process, (company) =>
  console.log(`Collecting ${company}, a made-up company, from four billing APIs on this machine.\n`),
);

console.log(`The files are in ${join(directory, "statements", month)}
Open statement-${month}.xlsx first, or statement-${month}.html in a browser.

For your own accounts:
  npx -y pnpm@12.18.0 spendbook init        writes spendbook.config.json; keep the accounts you have
  npx -y pnpm@12.18.0 spendbook doctor      checks keys and addresses
  npx -y pnpm@12.18.0 spendbook statement   last month's statement, in statements/`);
