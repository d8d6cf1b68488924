import type { Environment } from "./config/config-from-environment.js";

/** The outside world as the command sees it. */
export interface Io {
  readonly directory: string;
  readonly environment: Environment;
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly now: () => Date;
  /** Aborts when the person interrupts. */
  readonly signal: AbortSignal;
}
