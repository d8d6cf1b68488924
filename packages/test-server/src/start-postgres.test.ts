import { afterAll, beforeAll, expect, it } from "vitest";
import { type PostgresServer, startPostgres } from "./start-postgres.js";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

it("gives everybody who asks at once a database of their own", { timeout: 60_000 }, async () => {
  const locations = await Promise.all(Array.from({ length: 3 }, () => server.createDatabase()));
  expect(new Set(locations).size).toBe(3);
  for (const location of locations) await server.run(location, "CREATE TABLE mine (id int)");
});
