import process from "node:process";
import { openLedger } from "@spendbook/ledger";
import type { ProviderId } from "@spendbook/normalizer";
import { foldLedger } from "../fold-ledger.js";

// read-back.js FILE records|statement: streams a ledger's records; or also normalizes them and folds them into the
// month's statement. Prints how many there were, and the statement.
const [file = "", what] = process.argv.slice(2);
const ledger = await openLedger<ProviderId>(file);
try {
  if (what === "statement") process.stdout.write(JSON.stringify(await foldLedger(ledger)));
  else {
    let records = 0;
    for await (const record of ledger.records()) records += record.revisions.length > 0 ? 1 : 0;
    process.stdout.write(JSON.stringify({ records }));
  }
} finally {
  await ledger.close();
}
