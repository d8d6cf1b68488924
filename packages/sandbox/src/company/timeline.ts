/** One state of a record, shown from the instant `at` (ISO 8601, UTC, milliseconds) until the next state. */
export interface State<Row> {
  readonly at: string;
  readonly row: Row;
}

/** Every state that a record goes through, oldest first; before the first it is not listed. */
export type Timeline<Row> = readonly [State<Row>, ...State<Row>[]];

/** The state of a record at an instant; undefined before its first. */
export function stateAt<Row>(timeline: readonly State<Row>[], now: string): Row | undefined {
  return timeline.findLast(({ at }) => at <= now)?.row;
}
