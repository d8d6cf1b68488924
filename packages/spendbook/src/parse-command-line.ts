import { parseArgs } from "node:util";
import { formats as allFormats, defaultFormats, type Format } from "./output/formats.js";
import { UsageError } from "./spendbook-error.js";

/** What each command takes: an argument, where it has one, and the options that mean something to it. */
const commands = {
  statement: {
    argument: "month",
    options: ["out", "formats", "timezone", "basis", "mapping", "rates", "dry-run", "offline"],
  },
  collect: { argument: null, options: ["worker"] },
  close: { argument: "MONTH", options: ["timezone", "basis", "mapping", "rates", "reason"] },
  reopen: { argument: "MONTH", options: ["reason"] },
  diff: { argument: "MONTH", options: ["out", "timezone", "basis", "mapping", "rates"] },
  verify: { argument: "DIR", options: [] },
  trace: { argument: "RECORD_ID", options: ["timezone", "basis"] },
  doctor: { argument: null, options: [] },
  init: { argument: null, options: [] },
} as const satisfies Record<string, { argument: string | null; options: readonly (keyof typeof options)[] }>;

/** Options of every command. */
const everywhere: readonly string[] = ["config", "ledger", "json", "quiet"];

export type CommandName = keyof typeof commands;

/** What the command line asks for; undefined where it leaves the choice to the configuration or the default. */
export interface Invocation {
  readonly command: CommandName;
  /** The command's own argument, a month where it takes one. */
  readonly argument: string | undefined;
  readonly config: string | undefined;
  readonly ledger: string;
  readonly out: string;
  readonly formats: readonly Format[];
  readonly timezone: string | undefined;
  readonly basis: "posted" | "incurred" | undefined;
  /** Files that carry lines into the books. */
  readonly mapping: string | undefined;
  readonly rates: string | undefined;
  /** Shows what the mapping does, and writes nothing. */
  readonly dryRun: boolean;
  /** Why a month is closed or reopened, in words. */
  readonly reason: string | undefined;
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
  basis: { type: "string" },
  mapping: { type: "string" },
  rates: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  reason: { type: "string" },
  offline: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  quiet: { type: "boolean", default: false },
  worker: { type: "boolean", default: false },
} as const;

/** Reads the arguments after `spendbook`. Throws `UsageError`. */
export function parseCommandLine(args: readonly string[]): Invocation {
  const { values, positionals, tokens } = parse(args);
  const [command, argument, ...rest] = positionals;
  if (!isCommandName(command))
    throw usage(command === undefined ? "a command is missing" : `there is no command ${command}`);
  const { argument: expected, options: own } = commands[command];
  const surplus = expected === null ? argument : rest[0];
  if (surplus !== undefined) throw usage(`${command} does not take ${surplus}`);
  if (argument === undefined && expected !== null && expected !== "month")
    throw usage(`${command} needs ${expected === "MONTH" ? "a month, such as 2026-10" : expected}`);
  for (const token of tokens)
    if (token.kind === "option" && ![...everywhere, ...own].includes(token.name))
      throw usage(`${command} does not take --${token.name}`);
  if (values.worker && !/^postgres(ql)?:/.test(values.ledger))
    throw usage("--worker shares a PostgreSQL ledger; give one with --ledger postgres://…");
  const { "dry-run": dryRun, ...given } = values;
  return {
    ...given,
    command,
    argument,
    config: values.config,
    timezone: values.timezone,
    basis: readBasis(values.basis),
    mapping: values.mapping,
    rates: values.rates,
    dryRun,
    reason: readReason(command, values.reason),
    formats: readFormats(values.formats),
  };
}

function readBasis(basis: string | undefined): Invocation["basis"] {
  if (basis !== undefined && basis !== "posted" && basis !== "incurred")
    throw usage(`--basis ${basis}: expected posted or incurred`);
  return basis;
}

function readReason(command: CommandName, reason: string | undefined): string | undefined {
  if (reason?.trim() === "" || (reason === undefined && command === "reopen"))
    throw usage(`${command} --reason: expected words that say why`);
  return reason?.trim();
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true, tokens: true });
  } catch (cause) {
    throw usage((cause as Error).message.replace(/\. To specify.*$/s, ""));
  }
}

function isCommandName(name: string | undefined): name is CommandName {
  return name !== undefined && Object.hasOwn(commands, name);
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
