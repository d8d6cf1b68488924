import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "../report/median.js";
import { type Cost, measureCommand, type ProcessOptions } from "./measure-process.js";

/** So many records, and the file or the folder to be written of them. */
export interface Task {
  readonly records: number;
  readonly output: string;
}

/** One of the programs that do the same work. */
export interface Contestant {
  readonly name: string;
  /** The whole command that does the task. */
  readonly command: (task: Task) => readonly string[];
  /** It is left out where there are more records. */
  readonly most?: number;
}

export interface CompareOptions extends ProcessOptions {
  readonly records: number;
  readonly rounds: number;
  /** Throws where the output is not that of the whole work. */
  readonly check: (task: Task) => Promise<void>;
  readonly tell: (progress: string) => void;
}

/** The medians of a contestant. */
export interface Result extends Cost {
  readonly name: string;
  readonly records: number;
  /** Bytes of its output. */
  readonly size: number;
  /** To the first contestant in the same round. */
  readonly wallRatio: number;
  readonly cpuRatio: number;
}

/** Runs contestants one after the other, each as a whole process, in so many rounds. Throws where one fails. */
export async function compare(
  contestants: readonly Contestant[],
  { records, rounds, check, tell, ...options }: CompareOptions,
): Promise<readonly Result[]> {
  const taking = contestants.filter(({ most = Number.POSITIVE_INFINITY }) => records <= most);
  const runs = taking.map((): (Cost & { readonly size: number })[] => []);
  const folder = await mkdtemp(join(tmpdir(), "spendbook-bench-"));
  try {
    for (let round = 1; round <= rounds; round += 1)
      for (const [index, { name, command }] of taking.entries()) {
        const task = { records, output: join(folder, "output") };
        const cost = await measureCommand(command(task), options);
        tell(`${name}, ${records} records, round ${round}: ${cost.wall.toFixed(2)} s, ${cost.cpu.toFixed(2)} s CPU`);
        await check(task);
        runs[index]?.push({ ...cost, size: await sizeOf(task.output) });
        await rm(task.output, { recursive: true });
      }
  } finally {
    await rm(folder, { recursive: true });
  }
  const [base = []] = runs;
  return taking.map(({ name }, index) => {
    const own = runs[index] ?? [];
    const of = (read: (run: Cost & { readonly size: number }) => number) => median(own.map(read));
    const to = (key: "wall" | "cpu") => median(own.map((run, round) => run[key] / (base[round]?.[key] ?? Number.NaN)));
    return {
      name,
      records,
      wall: of((run) => run.wall),
      cpu: of((run) => run.cpu),
      peakMemory: of((run) => run.peakMemory),
      size: of((run) => run.size),
      wallRatio: to("wall"),
      cpuRatio: to("cpu"),
    };
  });
}

/** Bytes of a file, or of all in a folder. */
async function sizeOf(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isDirectory()) return found.size;
  const sizes = await Promise.all((await readdir(path)).map((name) => sizeOf(join(path, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}
