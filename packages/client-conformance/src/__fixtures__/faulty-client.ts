import { testClient } from "../test-client.js";
import { faults } from "./faults.js";

// Run by test-client.test.ts, once for each fault.
const rule = faults[process.env.FAULT ?? ""];
if (rule === undefined) throw new Error("no such fault");
testClient(rule);
