import type { SchemaTerms } from "./schema-terms.js";

/** Closed months. A closing is never removed: one that is reopened says so. From here on no record's posting moves. */
export const closings = ({ id, text, integer, tableEnd, reference, index }: SchemaTerms): readonly string[] => {
  const words = (column: string) => `${column} ${text} CHECK (octet_length(${column}) BETWEEN 1 AND 10000)`;
  const name = (column: string) => `${column} ${text} NOT NULL CHECK (octet_length(${column}) BETWEEN 1 AND 1000)`;
  const instant = (column: string) =>
    `${column} ${integer} CHECK (${column} BETWEEN -62167219200000 AND 253402300799999)`;
  const hash = (column: string) => `${column} ${text} NOT NULL CHECK (octet_length(${column}) = 64)`;

  return [
    `CREATE TABLE spendbook.closing (
      id ${id},
      sequence ${integer} NOT NULL UNIQUE CHECK (sequence >= 1),
      month ${text} NOT NULL CHECK (octet_length(month) = 7),
      ${name("timezone")},
      ${name("basis")},
      ${hash("statement_sha256")},
      ${name("version")},
      policy ${text} NOT NULL,
      ${words("reason")},
      ${instant("closed_at")} NOT NULL,
      ${instant("reopened_at")},
      ${words("reopen_reason")},
      CHECK (reopened_at >= closed_at),
      CHECK ((reopened_at IS NULL) = (reopen_reason IS NULL))
    )${tableEnd}`,
    // A month is closed once at a time.
    `CREATE UNIQUE INDEX ${index("closed_month", "closing")} (month) WHERE reopened_at IS NULL`,

    `CREATE TABLE spendbook.closing_account (
      closing_id ${integer} NOT NULL REFERENCES ${reference("closing")} (id),
      account_id ${integer} NOT NULL REFERENCES ${reference("account")} (id),
      run_number ${integer},
      number ${integer} NOT NULL CHECK (number >= 1),
      revision ${integer} NOT NULL CHECK (revision >= 1),
      records ${integer} NOT NULL CHECK (records >= 0),
      ${hash("records_root")},
      PRIMARY KEY (closing_id, account_id),
      UNIQUE (account_id, number, revision),
      FOREIGN KEY (account_id, run_number) REFERENCES ${reference("run")} (account_id, number)
    )${tableEnd}`,

    `CREATE TABLE spendbook.closing_wallet (
      closing_id ${integer} NOT NULL,
      account_id ${integer} NOT NULL,
      ${name("wallet")},
      ${name("currency")},
      balance ${text},
      detail ${text} NOT NULL,
      PRIMARY KEY (closing_id, account_id, wallet, currency),
      FOREIGN KEY (closing_id, account_id) REFERENCES ${reference("closing_account")} (closing_id, account_id)
    )${tableEnd}`,
  ];
};
