/** Lines of a page, and where the page lies among all that match. */
export interface PageOfLines {
  readonly number: number;
  readonly pages: number;
  /** Places in the list: from the first of the page to the one after its last. */
  readonly from: number;
  readonly to: number;
}

export const pageSize = 100;

/** The page of that number, or the nearest there is; there is always one. */
export function pageOf(number: number, total: number, size = pageSize): PageOfLines {
  const pages = Math.max(1, Math.ceil(total / size));
  const own = Math.min(Math.max(1, number), pages);
  return { number: own, pages, from: (own - 1) * size, to: Math.min(own * size, total) };
}
