import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { measureProcess } from "./measure-process.js";

async function programOf(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "spendbook-bench-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "program.mjs");
  await writeFile(file, text);
  return file;
}

test("the memory that a process held, the time it worked, and what it printed are told", async () => {
  const program = await programOf(`
    const held = Buffer.alloc(300e6, 1);
    while (process.cpuUsage().user < 400_000);
    console.log(JSON.stringify({ held: held.length, given: process.argv[2] }));
  `);
  const { cost, answer } = await measureProcess(program, ["this"]);
  expect(answer).toEqual({ held: 300e6, given: "this" });
  expect(cost.peakMemory).toBeGreaterThan(300e6);
  expect(cost.cpu).toBeGreaterThan(0.4);
  expect(cost.wall).toBeGreaterThan(0);
});

test("a process that fails is no measurement", async () => {
  const program = await programOf("console.log('{}'); process.exitCode = 3;");
  await expect(measureProcess(program, ["argument"])).rejects.toThrow(/program\.mjs argument ended with 3/);
});
