import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { DirectoryWriter } from "./directory-writer.js";
import { moveIn } from "./move-in.js";

let directory: string;
beforeEach(async () => {
  const made = await mkdtemp(join(tmpdir(), "spendbook-out-"));
  onTestFinished(() => rm(made, { recursive: true }));
  directory = join(made, "2026-10");
});
const writing = (text: string) => async (output: NodeJS.WritableStream) => {
  output.end(text);
};

test("files appear together, with their size and hash, and nothing else is left", async () => {
  const writer = await DirectoryWriter.open(directory);
  const written = await writer.file("a.csv", writing("héllo"));
  expect(written).toEqual({ name: "a.csv", bytes: 6, sha256: createHash("sha256").update("héllo").digest("hex") });
  await writer.file("b.csv", writing("b"));
  expect((await readdir(directory)).filter((name) => !name.startsWith("."))).toEqual([]);
  await writer.commit();
  expect(await readdir(directory)).toEqual(["a.csv", "b.csv"]);
  expect(await readFile(join(directory, "a.csv"), "utf8")).toBe("héllo");
});

test("a writing that fails leaves what stood there before", async () => {
  await mkdir(directory);
  await writeFile(join(directory, "a.csv"), "before");
  const writer = await DirectoryWriter.open(directory);
  await writer.file("a.csv", writing("after"));
  const failing = writer.file("b.csv", async (output) => {
    output.write("half");
    throw new Error("the ledger broke");
  });
  await expect(failing).rejects.toThrow("the ledger broke");
  await writer.discard();
  expect(await readdir(directory)).toEqual(["a.csv"]);
  expect(await readFile(join(directory, "a.csv"), "utf8")).toBe("before");
});

test("files of an earlier writing that are not made again are removed, others are left", async () => {
  await mkdir(directory);
  await writeFile(join(directory, "statement.xlsx"), "stale");
  await writeFile(join(directory, "remarks.txt"), "mine");
  const writer = await DirectoryWriter.open(directory);
  await writer.file("a.csv", writing("a"));
  await writer.commit(async () => ["statement.xlsx", "a.csv"]);
  expect(await readdir(directory)).toEqual(["a.csv", "remarks.txt"]);
});

test("what a killed run left half-written is cleared away, and what is being written is not", async () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  for (const [writer, text] of [
    [pid, "half"],
    [process.ppid, "under way"],
  ]) {
    await mkdir(join(directory, `.writing-${writer}-x`), { recursive: true });
    await writeFile(join(directory, `.writing-${writer}-x`, "a.csv"), `${text}`);
  }
  await (await DirectoryWriter.open(directory)).commit();
  expect(await readdir(directory)).toEqual([`.writing-${process.ppid}-x`]);
});

test("what a killed run was moving in is moved in before what comes after it", async () => {
  await mkdir(join(directory, ".moving-in"), { recursive: true });
  for (const name of ["a.csv", "b.csv"]) await writeFile(join(directory, ".moving-in", name), "whole");
  const writer = await DirectoryWriter.open(directory);
  await writer.file("a.csv", writing("after"));
  await writer.commit();
  expect(await readdir(directory)).toEqual(["a.csv", "b.csv"]);
  expect(await readFile(join(directory, "a.csv"), "utf8")).toBe("after");
  expect(await readFile(join(directory, "b.csv"), "utf8")).toBe("whole");
});

test("writings that end at once leave all files of one of them", async () => {
  const sets = [["a.csv", "b.csv"], ["a.csv"], ["a.csv", "b.csv", "c.csv"], ["b.csv"]];
  for (let round = 0; round < 20; round += 1) {
    await mkdir(directory, { recursive: true });
    const writers = await Promise.all(
      sets.map(async (names, index) => {
        const staging = await mkdtemp(`${directory}-`);
        await Promise.all([...names, "names"].map((name) => writeFile(join(staging, name), `${index}`)));
        return staging;
      }),
    );
    const earlier = async () => sets[Number(await readFile(join(directory, "names"), "utf8").catch(() => 3))] ?? [];
    await Promise.all(writers.map((staging) => moveIn(staging, directory, earlier)));
    const last = await readFile(join(directory, "names"), "utf8");
    expect(await readdir(directory)).toEqual([...(sets[Number(last)] ?? []), "names"]);
    for (const name of await readdir(directory)) expect(await readFile(join(directory, name), "utf8")).toBe(last);
  }
});

test("a folder that goes away under a writing is said in one line with the remedy", async () => {
  const writer = await DirectoryWriter.open(directory);
  await rm(directory, { recursive: true });
  await expect(writer.file("a.csv", writing("a"))).rejects.toMatchObject({
    code: "output_failed",
    message: expect.stringMatching(/a\.csv: it went away while it was being written; see that nothing else clears/),
  });
});

test("a folder that cannot be made is said in one line with the remedy", async () => {
  await writeFile(directory, "a file");
  await expect(DirectoryWriter.open(directory)).rejects.toMatchObject({
    code: "output_failed",
    message: expect.stringMatching(
      /2026-10: a file stands where a folder is needed; choose another folder with --out$/,
    ),
  });
});

test("a full disk is said in one line with the remedy", { skip: process.platform !== "linux" }, async () => {
  const writer = await DirectoryWriter.open(directory);
  const [staging = ""] = await readdir(directory);
  await symlink("/dev/full", join(directory, staging, "a.csv"));
  await expect(writer.file("a.csv", writing("a".repeat(100_000)))).rejects.toThrow(
    /a\.csv: the disk is full; free some space and run again$/,
  );
});
