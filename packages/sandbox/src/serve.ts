import process from "node:process";
import { createCompany } from "./company/create-company.js";
import { sandboxEnvironment } from "./sandbox-environment.js";
import { startSandbox } from "./start-sandbox.js";

const words = process.argv.slice(2).filter((word) => word !== "--runpod");
const port = Number(words[0] ?? 4010);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write("usage: node dist/serve.js [port] [--runpod]\n");
  process.exit(2);
}

const sandbox = await startSandbox({ port, company: createCompany({ runpod: process.argv.includes("--runpod") }) });
process.stdout.write(`# ${sandbox.company.name} is served until you press Ctrl-C.\n`);
for (const [name, value] of Object.entries(sandboxEnvironment(sandbox))) process.stdout.write(`${name}=${value}\n`);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, sandbox.close);
