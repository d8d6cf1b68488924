/** The few words of a table definition that the engines spell differently. */
export interface SchemaTerms {
  /** Column type of a row's own number. */
  readonly id: string;
  /** Text that compares by its bytes. */
  readonly text: string;
  /** Whole numbers of 64 bits. */
  readonly integer: string;
  /** What follows a table's closing parenthesis. */
  readonly tableEnd: string;
  /** A table as `REFERENCES` names it. */
  reference(table: string): string;
  /** `name ON table` of `CREATE INDEX`. */
  index(name: string, table: string): string;
}
