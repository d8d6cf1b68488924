import type { SchemaTerms } from "../schema/schema-terms.js";

/** SQLite's words; its text compares by its bytes of itself. */
export const sqliteTerms: SchemaTerms = {
  id: "INTEGER PRIMARY KEY",
  text: "TEXT",
  integer: "INTEGER",
  tableEnd: " STRICT",
  reference: (table) => table,
  index: (name, table) => `spendbook.${name} ON ${table}`,
};
