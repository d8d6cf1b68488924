import { writeSync } from "node:fs";
import process from "node:process";
import { isMainThread } from "node:worker_threads";

// Loaded before a measured program: tells what the process has used, as it ends, on descriptor 3. Its threads load this too.
if (isMainThread) process.once("exit", () => writeSync(3, JSON.stringify(process.resourceUsage())));
