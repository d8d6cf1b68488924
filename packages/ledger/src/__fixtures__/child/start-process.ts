import { type ChildProcess, fork } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { onTestFinished } from "vitest";
import type { Task } from "./ledger-process.js";

const source = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Compiles the package as it stands to a folder from which Node runs it: the built one may be older.
 * The folder is in node_modules, where dependencies are found and nobody looks.
 */
export async function compilePackage() {
  const cache = join(source, "..", "node_modules", ".cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "ledger-"));
  // An ordinary user's process loads a part of it only when it needs that.
  await chmod(folder, 0o755);
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({ type: "module", imports: { "#session-thread": "./sqlite/session-thread.js" } }),
  );
  for (const file of await readdir(source, { recursive: true })) {
    if (!file.endsWith(".ts") || file.endsWith(".test.ts")) continue;
    const output = join(folder, file.replace(/\.ts$/, ".js"));
    const { outputText } = ts.transpileModule(await readFile(join(source, file), "utf8"), {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
    });
    await mkdir(dirname(output), { recursive: true });
    await writeFile(output, outputText);
  }
  return {
    program: join(folder, "__fixtures__", "child", "ledger-process.js"),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A process at work on a ledger; it is ended with the test. */
export function startProcess(program: string, task: Task) {
  const child: ChildProcess = fork(program, [JSON.stringify(task)], {
    execArgv: [],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let complaint = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const ended = new Promise<{
    readonly code: number | null;
    readonly signal: string | null;
    readonly complaint: string;
  }>((resolve) => child.once("close", (code, signal) => resolve({ code, signal, complaint })));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return {
    pid: child.pid ?? 0,
    ended,
    told: <T>() => new Promise<T>((resolve) => child.once("message", (message) => resolve(message as T))),
    tell: (message: string) => child.send(message),
    kill: () => child.kill("SIGKILL"),
  };
}
