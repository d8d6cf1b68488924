// @ts-check
import { createHash } from "node:crypto";
import { Writable } from "node:stream";
import { defaultChartOfAccounts as chart } from "@spendbook/normalizer";
import { exportFormats } from "../../../dist/index.js";
import { emptyStatement } from "../../__fixtures__/empty-statement.mjs";
import { exampleLines } from "../../__fixtures__/example-lines.mjs";

// Writes that many lines in a format into a slow output, and prints each file's SHA-256 and the process's peak memory.
const [format = "", rows] = process.argv.slice(2);

const wallet = /** @type {any} */ ({ provider: "neevcloud", account: "acme", wallet: "org_1", currency: "USD" });
const statement = {
  ...emptyStatement,
  timezone: "Asia/Kolkata",
  wallets: [{ ...wallet, unexplained: "-0.5" }],
};
const lines = () => exampleLines(Number(rows));
const write = exportFormats[/** @type {"parquet"} */ (format)];

/** @type {string[]} */
const hashes = [];
for await (const file of write({ statement, lines, chart })) {
  const hash = createHash("sha256");
  await file.write(
    new Writable({
      write: (chunk, _encoding, done) => {
        hash.update(chunk);
        setImmediate(done);
      },
    }),
  );
  hashes.push(`${file.name} ${hash.digest("hex")}`);
}
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ hashes, megabytes }));
