import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const script = fileURLToPath(new URL("./__fixtures__/hash-files.mjs", import.meta.url));
const hashes = (TZ: string) =>
  execFileSync(process.execPath, [script], { env: { ...process.env, TZ }, encoding: "utf8" });

test("the same input gives the same bytes, on two runs and in two time zones of the machine", async () => {
  const first = hashes("Pacific/Kiritimati");
  expect(first).toMatch(/^(csv|summary|xlsx|html|json) [0-9a-f]{64}\n/m);
  // A zip counts time in steps of two seconds.
  await sleep(2100);
  expect(hashes("Pacific/Kiritimati")).toBe(first);
  expect(hashes("America/Los_Angeles")).toBe(first);
});
