import process from "node:process";
import Libsql from "libsql";

// read-plainly.js FILE: reads every record's newest body from a ledger file in the order of posting, with one plain
// query, and parses it. What reading a ledger must do at least; prints how many there were.
const [file = ""] = process.argv.slice(2);
const database = new Libsql(file, { readonly: true });
const statement = database.prepare(`
  SELECT record.source_id, record.occurred_at, revision.sha256, revision.body
  FROM record JOIN revision ON revision.record_id = record.id
  ORDER BY record.account_id, record.occurred_at, record.source_id, record.list_id, revision.number`);

let records = 0;
for (const row of statement.iterate() as Iterable<{ readonly body: string }>) {
  const body: unknown = JSON.parse(row.body);
  if (body !== null) records += 1;
}
process.stdout.write(JSON.stringify({ records }));
