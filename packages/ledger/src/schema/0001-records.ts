import type { SchemaTerms } from "./schema-terms.js";

/**
 * The first schema. Instants are milliseconds since 1970 in UTC. Texts that stand in an index are short enough for
 * PostgreSQL's limit of 2704 bytes per index row.
 */
export const records = ({ id, text, integer, tableEnd, reference, index }: SchemaTerms): readonly string[] => {
  const name = (column: string) => `${column} ${text} NOT NULL CHECK (octet_length(${column}) BETWEEN 1 AND 1000)`;
  const instant = (column: string) =>
    `${column} ${integer} NOT NULL CHECK (${column} BETWEEN -62167219200000 AND 253402300799999)`;
  const sha256 = `sha256 ${text} NOT NULL CHECK (octet_length(sha256) = 64)`;

  return [
    `CREATE TABLE spendbook.account (
      id ${id},
      ${name("provider")},
      ${name("name")},
      UNIQUE (provider, name)
    )${tableEnd}`,

    `CREATE TABLE spendbook.run (
      id ${id},
      account_id ${integer} NOT NULL REFERENCES ${reference("account")} (id),
      number ${integer} NOT NULL CHECK (number >= 1),
      status ${text} NOT NULL CHECK (status IN ('running', 'complete', 'partial', 'failed', 'interrupted')),
      reason ${text},
      ${instant("started_at")},
      active_at ${integer} NOT NULL CHECK (active_at >= started_at),
      finished_at ${integer} CHECK (finished_at >= started_at),
      requests ${integer} CHECK (requests >= 0),
      passes ${integer} CHECK (passes >= 0),
      added ${integer} NOT NULL DEFAULT 0 CHECK (added >= 0),
      changed ${integer} NOT NULL DEFAULT 0 CHECK (changed >= 0),
      unchanged ${integer} NOT NULL DEFAULT 0 CHECK (unchanged >= 0),
      cursor ${text} NOT NULL,
      host ${text} NOT NULL,
      machine ${text} NOT NULL,
      pid ${integer} NOT NULL,
      process_start ${text},
      UNIQUE (account_id, number),
      CHECK ((status = 'running') = (finished_at IS NULL))
    )${tableEnd}`,
    // At most one run of an account is under way.
    `CREATE UNIQUE INDEX ${index("run_under_way", "run")} (account_id) WHERE status = 'running'`,

    `CREATE TABLE spendbook.list (
      id ${id},
      account_id ${integer} NOT NULL REFERENCES ${reference("account")} (id),
      ${name("wallet")},
      ${name("endpoint")},
      UNIQUE (account_id, wallet, endpoint),
      UNIQUE (account_id, id)
    )${tableEnd}`,

    `CREATE TABLE spendbook.record (
      id ${id},
      account_id ${integer} NOT NULL,
      list_id ${integer} NOT NULL,
      ${name("source_id")},
      ${instant("occurred_at")},
      UNIQUE (list_id, source_id),
      FOREIGN KEY (account_id, list_id) REFERENCES ${reference("list")} (account_id, id)
    )${tableEnd}`,
    // The order in which an account is read.
    `CREATE UNIQUE INDEX ${index("record_in_time", "record")} (account_id, occurred_at, source_id, list_id)`,

    `CREATE TABLE spendbook.revision (
      record_id ${integer} NOT NULL REFERENCES ${reference("record")} (id),
      number ${integer} NOT NULL CHECK (number >= 1),
      run_id ${integer} NOT NULL REFERENCES ${reference("run")} (id),
      ${sha256},
      body ${text} NOT NULL,
      ${instant("first_seen_at")},
      last_seen_at ${integer} NOT NULL CHECK (last_seen_at >= first_seen_at),
      PRIMARY KEY (record_id, number)
    )${tableEnd}`,

    `CREATE TABLE spendbook.snapshot (
      id ${id},
      list_id ${integer} NOT NULL REFERENCES ${reference("list")} (id),
      run_id ${integer} NOT NULL REFERENCES ${reference("run")} (id),
      ${sha256},
      body ${text} NOT NULL,
      ${instant("taken_at")}
    )${tableEnd}`,
    `CREATE INDEX ${index("snapshot_in_time", "snapshot")} (list_id, taken_at, id)`,
  ];
};
