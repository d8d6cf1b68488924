import type { SchemaTerms } from "../schema/schema-terms.js";

/** PostgreSQL's words; collation "C" compares by bytes, as SQLite does. */
export const postgresTerms: SchemaTerms = {
  id: "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
  text: 'text COLLATE "C"',
  integer: "bigint",
  tableEnd: "",
  reference: (table) => `spendbook.${table}`,
  index: (name, table) => `${name} ON spendbook.${table}`,
};
