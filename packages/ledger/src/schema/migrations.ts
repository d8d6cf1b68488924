import { records } from "./0001-records.js";
import type { SchemaTerms } from "./schema-terms.js";

/** Every step of the schema's history, in order: the first makes version 1. A step that was released never changes. */
export const migrations: readonly ((terms: SchemaTerms) => readonly string[])[] = [records];
