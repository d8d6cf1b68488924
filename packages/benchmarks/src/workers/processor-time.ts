import { readFile } from "node:fs/promises";

/** Linux counts hundredths of a second, whatever the machine. */
const ticksPerSecond = 100;

/** CPU seconds of a process until now: its own, and those of its children that have ended, killed ones too. */
export async function processorTime(pid: number): Promise<{ readonly own: number; readonly children: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, "latin1");
  // Field 2 may hold spaces and brackets; utime, stime, cutime and cstime are fields 14 to 17.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15).map(Number);
  return { own: (user + system) / ticksPerSecond, children: (childUser + childSystem) / ticksPerSecond };
}
