import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import type { LotQuery } from "../lot-query.js";
import { parseLot, readLotTexts } from "./lot-text.js";
import { connectSqlite } from "./sqlite-connection.js";

const connection = connectSqlite(":memory:");
connection.run("CREATE TABLE spendbook.kept (id INTEGER PRIMARY KEY, text TEXT, number INTEGER, body TEXT NOT NULL)");
afterAll(() => connection.close());

type Kept = readonly [text: string | null, number: number | null, body: string];

async function readBack(kept: readonly Kept[], bodies: LotQuery["bodies"]) {
  connection.run("DELETE FROM spendbook.kept");
  for (const [index, row] of kept.entries())
    await connection.query("INSERT INTO spendbook.kept VALUES ($1, $2, $3, $4)", [index + 1, ...row]);
  const query: LotQuery = {
    sql: "SELECT id, text, number, body FROM spendbook.kept WHERE id > $1 ORDER BY id LIMIT $2",
    columns: ["id", "text", "number"],
    values: [],
    start: [0],
    place: [0],
    rowsAtOnce: 3,
    bodies,
  };
  const found: unknown[] = [];
  for await (const text of readLotTexts(connection.rows, query)) {
    const lot = parseLot(text);
    for (const [index, row] of lot.rows.entries()) found.push([...row, lot.bodies[index]]);
  }
  return found;
}

it("gives any rows back, in their order, with the JSON texts in them parsed", async () => {
  // Half of a surrogate pair is no text that a database keeps.
  const text = fc.oneof(
    fc.string({ unit: "grapheme-composite" }),
    fc.constantFrom('"', "\\", "\n", "]\n[", "\u0000", "\u2028", "é"),
  );
  const row = fc.tuple(fc.option(text), fc.option(fc.maxSafeInteger()), fc.json({ stringUnit: "grapheme" }));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 10 }), async (kept) => {
      const rows = kept.map(([text, number, body], index) => [index + 1, text, number, body] as const);
      expect(await readBack(kept, "texts")).toEqual(rows);
      expect(await readBack(kept, "values")).toEqual(
        rows.map(([id, text, number, body]) => [id, text, number, JSON.parse(body)]),
      );
    }),
  );
});

it.each([
  ["", "2"],
  ["1,2", "2"],
  ["1],[2", "2"],
  ["[1", "2"],
  ['"', "2"],
  ["1]//", "2"],
  ["[1", "2]"],
  ['"', '"'],
])("refuses %j and %j as the bodies of two rows", async (...bodies) => {
  const kept = bodies.map((body): Kept => ["a", 1, body]);
  await expect(readBack(kept, "values")).rejects.toThrow(SyntaxError);
  expect(await readBack(kept, "texts")).toHaveLength(2);
});
