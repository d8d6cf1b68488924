import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { currentHolder, isAlive } from "./holder.js";

const holder = currentHolder();

it("knows that this process lives", () => {
  expect(holder.pid).toBe(process.pid);
  expect(isAlive(holder)).toBe(process.platform === "linux" ? true : null);
});

it("knows that a process has ended", async () => {
  const child = spawn(process.execPath, ["--version"]);
  const { pid = 0 } = child;
  await once(child, "close");
  expect(isAlive({ ...holder, pid })).toBe(false);
});

it("cannot say of another machine's process, nor of another boot's or container's", () => {
  expect(isAlive({ ...holder, machine: "elsewhere" })).toBeNull();
});

it("cannot say where it is not known when the process started", () => {
  expect(isAlive({ ...holder, processStart: null })).toBeNull();
});

describe.runIf(process.platform === "linux")("on Linux", () => {
  it("takes another process with a used number for another one", () => {
    expect(isAlive({ ...holder, processStart: `${Number(holder.processStart) - 1}` })).toBe(false);
  });

  it("takes a process that has ended, but that nobody has asked after, for dead", async () => {
    // The second sleep replaces the shell, and never asks after the first.
    const parent = spawn("sh", ["-c", "sleep 0.05 & echo $!; exec sleep 30"]);
    onTestFinished(() => void parent.kill());
    const [line] = await once(parent.stdout, "data");
    const pid = Number(String(line));
    await expect.poll(() => isAlive({ ...holder, pid, processStart: startOf(pid) })).toBe(false);
    expect(process.kill(pid, 0)).toBe(true);
  });
});

function startOf(pid: number): string | null {
  return readFileSync(`/proc/${pid}/stat`, "latin1").split(") ")[1]?.split(" ")[19] ?? null;
}
