import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Who collects: enough to tell a person, and to tell whether the process still lives. */
export interface Holder {
  readonly host: string;
  /** Tells machines apart, and on Linux their boots and containers: process numbers mean something only within one. */
  readonly machine: string;
  readonly pid: number;
  /** When the process started, in the system's own unit; null where the system does not tell. Numbers are used again. */
  readonly processStart: string | null;
}

/** This process. */
export function currentHolder(): Holder {
  const host = hostname();
  return { host, machine: machineOf(host), pid: process.pid, processStart: processStart(process.pid)?.start ?? null };
}

/**
 * Whether a holder's process lives: true or false where this machine can tell, null where it cannot, because the holder
 * is on another machine or the system does not tell when a process started.
 */
export function isAlive(holder: Holder): boolean | null {
  if (holder.machine !== machineOf(hostname())) return null;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // Another user's process lives, but takes no signals from us.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const current = processStart(holder.pid);
  if (current === null || holder.processStart === null) return null;
  return current.start === holder.processStart && !current.isZombie;
}

function machineOf(host: string): string {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${host} ${boot} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return host;
  }
}

/** From Linux's /proc/PID/stat: the state is field 3, the start time field 22; field 2 may hold spaces and brackets. */
function processStart(pid: number): { readonly start: string; readonly isZombie: boolean } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const start = fields[19];
    return start === undefined ? null : { start, isZombie: fields[0] === "Z" };
  } catch {
    return null;
  }
}
