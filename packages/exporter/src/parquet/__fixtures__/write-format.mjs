// @ts-check
import { createHash } from "node:crypto";
import { Writable } from "node:stream";
import { defaultChartOfAccounts as chart } from "@spendbook/normalizer";
import { exportFormats } from "../../../dist/index.js";
import { emptyStatement } from "../../__fixtures__/empty-statement.mjs";
import { exampleLines } from "../../__fixtures__/example-lines.mjs";

// Writes that many lines in a format into a slow output, and prints each file's SHA-256, and, where garbage may be
// collected by hand, the megabytes that were held at the first tenth of the lines and at the most thereafter. Resident
// memory would tell of the machine's leisure, too.
const [format = "", rows] = process.argv.slice(2);

const wallet = /** @type {any} */ ({ provider: "neevcloud", account: "acme", wallet: "org_1", currency: "USD" });
const statement = {
  ...emptyStatement,
  timezone: "Asia/Kolkata",
  wallets: [{ ...wallet, unexplained: "-0.5" }],
};

/** @type {number[]} */
const held = [];
function* lines() {
  const step = Math.ceil(Number(rows) / 10);
  let read = 0;
  for (const line of exampleLines(Number(rows))) {
    if (globalThis.gc !== undefined && read > 0 && read % step === 0) {
      globalThis.gc();
      const { heapUsed, external } = process.memoryUsage();
      held.push(Math.round((heapUsed + external) / 1e6));
    }
    read += 1;
    yield line;
  }
}
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
process.stdout.write(JSON.stringify({ hashes, held: { first: held[0], most: Math.max(...held) } }));
