import type { SandboxRequest } from "../server/request.js";
import type { Fault, SetFault } from "./fault.js";

/** The faults that are set, in that order; a request meets the first that is meant for it. */
export interface FaultList {
  set(fault: Fault): SetFault;
  clear(): void;
  /** The fault that a request meets, counted. */
  meet(request: SandboxRequest): Fault | null;
}

export function createFaultList(initial: readonly Fault[]): FaultList {
  let entries: { readonly fault: Fault; hits: number }[] = [];
  const set = (fault: Fault): SetFault => {
    const entry = { fault, hits: 0 };
    entries.push(entry);
    return {
      hits: () => entry.hits,
      remove: () => {
        entries = entries.filter((other) => other !== entry);
      },
    };
  };
  for (const fault of initial) set(fault);
  return {
    set,
    clear: () => {
      entries = [];
    },
    meet: (request) => {
      const entry = entries.find(
        ({ fault, hits }) =>
          (fault.provider === undefined || fault.provider === request.provider) &&
          hits < (fault.times ?? Number.POSITIVE_INFINITY) &&
          (fault.when?.(request) ?? true),
      );
      if (entry === undefined) return null;
      entry.hits += 1;
      return entry.fault;
    },
  };
}
