import { type PostgresServer, startPostgres } from "@spendbook/test-server/postgres";
import { afterAll, beforeAll, describe } from "vitest";
import { compilePackage } from "./__fixtures__/child/start-process.js";
import { postgres, sqlite } from "./__fixtures__/engine.js";
import { describeClosing } from "./__fixtures__/suites/closing.js";
import { describeExporting } from "./__fixtures__/suites/exporting.js";
import { describeModel } from "./__fixtures__/suites/model.js";
import { describeOpening } from "./__fixtures__/suites/opening.js";
import { describePostgresFaults } from "./__fixtures__/suites/postgres-faults.js";
import { describeProcesses } from "./__fixtures__/suites/processes.js";
import { describeReading } from "./__fixtures__/suites/reading.js";
import { describeRunning } from "./__fixtures__/suites/running.js";
import { describeStoring } from "./__fixtures__/suites/storing.js";

let server: PostgresServer;
let compiled: Awaited<ReturnType<typeof compilePackage>>;

beforeAll(async () => {
  [server, compiled] = await Promise.all([startPostgres(), compilePackage()]);
}, 60_000);

afterAll(async () => {
  await Promise.all([server.stop(), compiled.remove()]);
}, 60_000);

const engines = [sqlite, postgres(() => server)] as const;

describe.each(engines)("a ledger in $name", (engine) => {
  describe("opening", () => describeOpening(engine));
  describe("storing", () => describeStoring(engine));
  describe("reading", () => describeReading(engine));
  describe("closing", () => describeClosing(engine));
  describe("running", () => describeRunning(engine));
  describe("among processes", () => describeProcesses(engine, () => compiled.program));
  describe("as a whole", () => describeModel(engine));
});

describe("an export", () => describeExporting(engines));

describe("a PostgreSQL server in trouble", () => describePostgresFaults(() => server));
