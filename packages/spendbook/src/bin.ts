#!/usr/bin/env node
import { help } from "./help.js";
import { version } from "./version.js";

const args = process.argv.slice(2);
if (args.includes("--help") || args.length === 0) process.stdout.write(help);
else if (args.includes("--version")) process.stdout.write(`${version()}\n`);
// Loaded only now, so that help does not wait for what it does not need.
else process.exitCode = await (await import("./main.js")).main(args);
