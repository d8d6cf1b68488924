import fc from "fast-check";
import { expect, test } from "vitest";
import { listPages, type PageRule } from "./list-pages.js";

interface Query {
  readonly offset: number;
  readonly limit: number;
}
interface Page {
  readonly rows: readonly number[];
  readonly total: number;
}

const offsetRule = (rows: readonly number[], change: Partial<PageRule<Query, Page, number>> = {}) =>
  ({
    provider: "Test",
    fetch: async ({ offset, limit }) => ({ rows: rows.slice(offset, offset + limit), total: rows.length }),
    rows: (page) => page.rows,
    end: (page) => ({ total: page.total }),
    next: ({ limit }, read) => ({ offset: read, limit }),
    ...change,
  }) satisfies PageRule<Query, Page, number>;

test("every row of a list comes once and in order, whatever the page size", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer(), { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), async (all, limit) => {
      const list = listPages(offsetRule(all), { offset: 0, limit });
      const rows: number[] = [];
      for await (const row of list) rows.push(row);
      expect(rows).toEqual(all);
      let pages = 0;
      for await (const page of list.pages()) pages += page.total === all.length ? 1 : Number.NaN;
      expect(pages).toBe(Math.max(1, Math.ceil(all.length / limit)));
    }),
  );
});

test("an empty list is one empty page and no error", async () => {
  for await (const row of listPages(offsetRule([]), { offset: 0, limit: 5 })) expect.unreachable(`row ${row}`);
});

test("an empty page before the end is an error, not an end", async () => {
  const rule = offsetRule([1, 2, 3], {
    fetch: async ({ offset }) => ({ rows: offset === 0 ? [1, 2] : [], total: 3 }),
  });
  const read = async () => {
    for await (const _ of listPages(rule, { offset: 0, limit: 2 }));
  };
  await expect(read()).rejects.toMatchObject({ code: "unexpected_empty_page", retryable: true });
});

test("a cursor that leads back is an error, not an endless loop", async () => {
  const rule = offsetRule([1, 2, 3], { next: (query) => ({ ...query, offset: (query.offset + 1) % 2 }) });
  const read = async () => {
    for await (const _ of listPages(rule, { offset: 0, limit: 1 }));
  };
  await expect(read()).rejects.toMatchObject({ code: "repeated_cursor" });
});

test("a reader that stops early fetches no further page", async () => {
  let fetched = 0;
  const rule = offsetRule([1, 2, 3, 4], {
    fetch: async ({ offset, limit }) => {
      fetched += 1;
      return { rows: [1, 2, 3, 4].slice(offset, offset + limit), total: 4 };
    },
  });
  for await (const row of listPages(rule, { offset: 0, limit: 2 })) if (row === 1) break;
  expect(fetched).toBe(1);
});

test.each([
  [{}, "malformed_body"],
  [{ total: Number.NaN }, "malformed_body"],
])("a page that says %j of the end is malformed, not the last", async (end, code) => {
  const rule = offsetRule([1, 2, 3], { end: () => end });
  const read = async () => {
    for await (const _ of listPages(rule, { offset: 0, limit: 1 }));
  };
  await expect(read()).rejects.toMatchObject({ code });
});

test("where a page has a total and has_more, the list ends only where both say so", async () => {
  const read = async (end: (page: Page, query: Query) => { total?: number; more?: boolean }) => {
    const rows: number[] = [];
    for await (const row of listPages(offsetRule([1, 2, 3], { end }), { offset: 0, limit: 1 })) rows.push(row);
    return rows;
  };
  expect(await read((_page, { offset }) => ({ total: 1, more: offset < 2 }))).toEqual([1, 2, 3]);
  expect(await read(() => ({ total: 3, more: false }))).toEqual([1, 2, 3]);
  expect(await read(() => ({ more: false }))).toEqual([1]);
});

test.each([
  [[1, 2, 3], null],
  [[], null],
  [[1], "an answer ends after 1 rows"],
])("a list that has no next page is %j, the whole of it, or an error", async (rows, problem) => {
  const { next: _, ...whole } = offsetRule(rows, { end: () => ({ total: problem === null ? rows.length : 3 }) });
  const read: number[] = [];
  const reading = async () => {
    for await (const row of listPages(whole, { offset: 0, limit: 9 })) read.push(row);
  };
  if (problem !== null) return expect(reading()).rejects.toThrow(problem);
  await reading();
  expect(read).toEqual(rows);
});
