import Libsql from "libsql";

// Loaded with --import before the command: SQLite then finds its disk full once the ledger has 60 pages of 4 KiB.
const { exec } = Libsql.prototype;

/** @param {string} sql */
Libsql.prototype.exec = function (sql) {
  exec.call(this, sql);
  if (sql.includes("journal_mode")) exec.call(this, "PRAGMA spendbook.max_page_count = 60");
  return this;
};
