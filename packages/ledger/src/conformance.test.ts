import { afterAll, beforeAll, describe } from "vitest";
import { describeModel } from "./__fixtures__/conformance/model.js";
import { describeOpening } from "./__fixtures__/conformance/opening.js";
import { describeReading } from "./__fixtures__/conformance/reading.js";
import { describeRunning } from "./__fixtures__/conformance/running.js";
import { describeStoring } from "./__fixtures__/conformance/storing.js";
import { postgres, sqlite } from "./__fixtures__/engine.js";
import { type PostgresServer, startPostgres } from "./__fixtures__/postgres-server.js";

let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);

afterAll(() => server.stop());

const engines = [sqlite, postgres(() => server)];

describe.each(engines)("a ledger in $name", (engine) => {
  describe("opening", () => describeOpening(engine));
  describe("storing", () => describeStoring(engine));
  describe("reading", () => describeReading(engine));
  describe("running", () => describeRunning(engine));
  describe("as a whole", () => describeModel(engine));
});
