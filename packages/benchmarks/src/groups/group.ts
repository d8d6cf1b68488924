/** Measurements that stand in one section of BENCHMARKS.md, and are run by its name. */
export interface Group {
  readonly title: string;
  /** The numbers of records where none are asked for. */
  readonly sizes: readonly number[];
  /** Measures, and gives the figures as Markdown without a heading. */
  readonly measure: (sizes: readonly number[], tell: (progress: string) => void) => Promise<string>;
}
