import type { Movement } from "./movement.js";
import type { Timeline } from "./timeline.js";

/** A record with every state it goes through, and what the states mean. */
export interface Planned<Row> {
  readonly timeline: Timeline<Row>;
  readonly movements: readonly Movement[];
}
