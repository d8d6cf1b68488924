// @ts-check
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/**
 * Runs a program to its end, whatever that is, without blocking this process (which may serve what the program asks).
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number | null, stdout: string, stderr: string }>}
 */
export async function runProgram(command, args, options) {
  // npm and npx are scripts on Windows, which only a shell runs.
  const shell = process.platform === "win32" && command !== process.execPath;
  const child = spawn(command, args, { ...options, shell, stdio: ["ignore", "pipe", "pipe"] });
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}

/**
 * As `runProgram`, for a program that must succeed; gives what it printed.
 *
 * @param {Parameters<typeof runProgram>} parameters
 */
export async function succeed(...parameters) {
  const { code, stdout, stderr } = await runProgram(...parameters);
  if (code !== 0) throw new Error(`${parameters[0]} ${parameters[1].join(" ")} ended with ${code}: ${stderr}${stdout}`);
  return stdout;
}
