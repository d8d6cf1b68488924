import { describe } from "vitest";
import { sqlite } from "../__fixtures__/engine.js";
import { readOnThreads } from "../__fixtures__/open-for-test.js";
import { describeClosing } from "../__fixtures__/suites/closing.js";
import { describeModel } from "../__fixtures__/suites/model.js";
import { describeOpening } from "../__fixtures__/suites/opening.js";
import { describeReading } from "../__fixtures__/suites/reading.js";
import { describeRunning } from "../__fixtures__/suites/running.js";
import { describeStoring } from "../__fixtures__/suites/storing.js";

readOnThreads();

describe("a ledger in SQLite that is read on threads", () => {
  describe("opening", () => describeOpening(sqlite));
  describe("storing", () => describeStoring(sqlite));
  describe("reading", () => describeReading(sqlite));
  describe("closing", () => describeClosing(sqlite));
  describe("running", () => describeRunning(sqlite));
  describe("as a whole", () => describeModel(sqlite));
});
