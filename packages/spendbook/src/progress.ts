import yoctoSpinner from "yocto-spinner";
import type { Io } from "./io.js";

/** One line that tells what is going on, on a terminal only; gone when the work is done. */
export interface Progress {
  show(text: string): void;
  stop(): void;
}

const silent: Progress = { show() {}, stop() {} };

/** A progress line on standard error; silent where that is no terminal, and when asked to be quiet. */
export function createProgress(io: Pick<Io, "stderr">, quiet: boolean): Progress {
  if (quiet || !io.stderr.isTTY) return silent;
  const spinner = yoctoSpinner({ stream: io.stderr as NodeJS.WriteStream });
  return {
    show(text) {
      spinner.text = text;
      if (!spinner.isSpinning) spinner.start();
    },
    stop() {
      spinner.stop();
    },
  };
}
