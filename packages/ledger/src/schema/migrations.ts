import { records } from "./0001-records.js";
import { closings } from "./0002-closings.js";
import type { SchemaTerms } from "./schema-terms.js";

/** The statements of one step, in the engine's words. */
export type Migration = (terms: SchemaTerms) => readonly string[];

/** Every step of the schema's history, in order: the first makes version 1. A step that was released never changes. */
export const migrations: readonly Migration[] = [records, closings];
