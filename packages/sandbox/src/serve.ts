import process from "node:process";
import { sandboxEnvironment } from "./sandbox-environment.js";
import { startSandbox } from "./start-sandbox.js";

const port = Number(process.argv[2] ?? 4010);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write("usage: node dist/serve.js [port]\n");
  process.exit(2);
}

const sandbox = await startSandbox({ port });
process.stdout.write(`# ${sandbox.company.name} is served until you press Ctrl-C.\n`);
for (const [name, value] of Object.entries(sandboxEnvironment(sandbox))) process.stdout.write(`${name}=${value}\n`);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, sandbox.close);
