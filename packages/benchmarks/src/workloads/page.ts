/** Rows that a page holds: the most that either provider gives, and what the collector asks for. */
export const pageSize = 100;

/** The rows of page `number`, from 1, made one by one of `first` to `count`. */
export function pageOf<Row>(number: number, first: number, count: number, rowAt: (index: number) => Row): Row[] {
  const start = first + (number - 1) * pageSize;
  const length = Math.max(0, Math.min(pageSize, count - start));
  return Array.from({ length }, (_, offset) => rowAt(start + offset));
}
