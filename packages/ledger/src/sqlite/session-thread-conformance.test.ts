import { describe } from "vitest";
import { sqlite } from "../__fixtures__/engine.js";
import { workOnThreads } from "../__fixtures__/open-for-test.js";
import { describeClosing } from "../__fixtures__/suites/closing.js";
import { describeModel } from "../__fixtures__/suites/model.js";
import { describeOpening } from "../__fixtures__/suites/opening.js";
import { describeReading } from "../__fixtures__/suites/reading.js";
import { describeRunning } from "../__fixtures__/suites/running.js";
import { describeStoring } from "../__fixtures__/suites/storing.js";

workOnThreads();

describe("a ledger in SQLite that threads work on", () => {
  describe("opening", () => describeOpening(sqlite));
  describe("storing", () => describeStoring(sqlite));
  describe("reading", () => describeReading(sqlite));
  describe("closing", () => describeClosing(sqlite));
  describe("running", () => describeRunning(sqlite));
  describe("as a whole", () => describeModel(sqlite));
});
