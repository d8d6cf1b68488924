import { parseArgs } from "node:util";
import { formats as allFormats, defaultFormats, type Format } from "./output/formats.js";
import { UsageError } from "./spendbook-error.js";

export const commandNames = ["statement", "collect", "doctor", "init"] as const;
export type CommandName = (typeof commandNames)[number];

/** What the command line asks for; undefined where it leaves the choice to the configuration or the default. */
export interface Invocation {
  readonly command: CommandName;
  readonly month: string | undefined;
  readonly config: string | undefined;
  readonly ledger: string;
  readonly out: string;
  readonly formats: readonly Format[];
  readonly timezone: string | undefined;
  readonly basis: "posted" | "incurred";
  readonly offline: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  /** Shares the accounts out among all workers on the same PostgreSQL ledger. */
  readonly worker: boolean;
}

const options = {
  config: { type: "string" },
  ledger: { type: "string", default: "spendbook.sqlite" },
  out: { type: "string", default: "statements" },
  formats: { type: "string", default: defaultFormats.join(",") },
  timezone: { type: "string" },
  basis: { type: "string", default: "posted" },
  offline: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  quiet: { type: "boolean", default: false },
  worker: { type: "boolean", default: false },
} as const;

/** Reads the arguments after `spendbook`. Throws `UsageError`. */
export function parseCommandLine(args: readonly string[]): Invocation {
  const { values, positionals } = parse(args);
  const [command, month, ...rest] = positionals;
  if (!isCommandName(command))
    throw usage(command === undefined ? "a command is missing" : `there is no command ${command}`);
  if (rest.length > 0 || (month !== undefined && command !== "statement"))
    throw usage(`${command} does not take ${rest[0] ?? month}`);
  if (values.worker && command !== "collect") throw usage(`${command} does not take --worker`);
  if (values.worker && !/^postgres(ql)?:/.test(values.ledger))
    throw usage("--worker shares a PostgreSQL ledger; give one with --ledger postgres://…");
  const { basis } = values;
  if (basis !== "posted" && basis !== "incurred") throw usage(`--basis ${basis}: expected posted or incurred`);
  return {
    ...values,
    basis,
    command,
    month,
    config: values.config,
    timezone: values.timezone,
    formats: readFormats(values.formats),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    throw usage((cause as Error).message.replace(/\. To specify.*$/s, ""));
  }
}

function isCommandName(name: string | undefined): name is CommandName {
  return (commandNames as readonly (string | undefined)[]).includes(name);
}

function readFormats(list: string): readonly Format[] {
  const names = [...new Set(list.split(",").map((name) => name.trim()))].filter(Boolean);
  for (const name of names)
    if (!(allFormats as readonly string[]).includes(name))
      throw usage(`--formats ${name}: expected some of ${allFormats.join(", ")}`);
  if (names.length === 0) throw usage(`--formats is empty: expected some of ${allFormats.join(", ")}`);
  return names as Format[];
}

function usage(problem: string): UsageError {
  return new UsageError(`${problem} (see spendbook --help)`);
}
