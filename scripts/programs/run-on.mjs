// @ts-check
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { build } from "esbuild";
import { programsFolder } from "../install-programs.mjs";
import { succeed } from "./run-program.mjs";
import { runtimePackages } from "./runtimes.mjs";

/**
 * @typedef {object} Work
 * @property {string} cwd Where the clients are installed, and run-clients.mjs lies.
 * @property {Record<string, string>} urls
 */

/** @typedef {(work: Work) => Promise<unknown>} RunOn Runs the clients on a runtime, and gives what they told. */

const entry = `import { runClients } from "./run-clients.mjs";\n`;
const print = `${entry}console.log(JSON.stringify(await runClients(JSON.parse(process.env.URLS))));\n`;

/** @param {string} program @param {...string} args @returns {RunOn} */
const command =
  (program, ...args) =>
  async ({ cwd, urls }) => {
    await writeFile(join(cwd, "print.mjs"), print);
    const env = { ...process.env, URLS: JSON.stringify(urls), DENO_NO_UPDATE_CHECK: "1" };
    return JSON.parse(await succeed(await program_(program), [...args, "print.mjs"], { cwd, env }));
  };

/** How to run the clients on each runtime. @type {Record<keyof typeof runtimePackages | "chromium", RunOn>} */
export const runOn = {
  "node-20": command("node-20/bin/node"),
  "node-22": command("node-22/bin/node"),
  "node-24": command("node-24/bin/node"),
  "node-26": command("node-26/bin/node"),
  bun: command("@oven/*/bin/bun", "run", "--no-install"),
  deno: command(
    ...["@deno/*/deno", "run", "--no-remote", "--node-modules-dir=manual"],
    ...["--allow-net=127.0.0.1", "--allow-env", "--allow-read"],
  ),
  workerd: onWorkerd,
  chromium: inBrowser,
};

/** @param {string} pattern A path under the programs' folder, a star standing for the system's name. */
async function program_(pattern) {
  const [before = "", after] = pattern.split("*");
  if (after === undefined) return join(programsFolder, "node_modules", before);
  const [system] = await readdir(join(programsFolder, "node_modules", before));
  return join(programsFolder, "node_modules", before, `${system}${after}`);
}

/**
 * The clients and what they need as one file, for what has no packages.
 *
 * @param {string} cwd
 * @param {string} contents
 */
async function bundle(cwd, contents) {
  const stdin = { contents: entry + contents, resolveDir: cwd };
  const { outputFiles } = await build({ stdin, bundle: true, format: "esm", platform: "browser", write: false });
  return outputFiles[0]?.text ?? "";
}

/** @type {RunOn} */
async function onWorkerd({ cwd, urls }) {
  const folder = await mkdtemp(join(tmpdir(), "spendbook-workerd-"));
  const worker = `export default { fetch: async () => Response.json(await runClients(${JSON.stringify(urls)})) };`;
  await writeFile(join(folder, "worker.js"), await bundle(cwd, worker));
  await writeFile(
    join(folder, "config.capnp"),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (modules = [(name = "worker", esModule = embed "worker.js")], compatibilityDate = "2026-01-01")),
    (name = "internet", network = (allow = ["local", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`,
  );
  const program = await program_("@cloudflare/*/bin/workerd");
  const child = spawn(program, ["serve", "--control-fd=3", "config.capnp"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  const said = text(/** @type {import("node:stream").Readable} */ (child.stderr));
  try {
    const listening = once(/** @type {import("node:stream").Readable} */ (child.stdio[3]), "data");
    const first = await Promise.race([listening, ended.then(() => null)]);
    if (first === null) throw new Error(`workerd did not start: ${await said}`);
    const { port } = JSON.parse(String(first[0]).split("\n")[0] ?? "");
    const response = await fetch(`http://127.0.0.1:${port}/`);
    const answer = await response.text();
    if (response.ok) return JSON.parse(answer);
    child.kill();
    throw new Error(`the worker failed: ${answer} ${await said}`);
  } finally {
    child.kill();
    await ended;
    await rm(folder, { recursive: true });
  }
}

/** @type {RunOn} */
async function inBrowser({ cwd, urls }) {
  const report = `
    const told = await runClients(${JSON.stringify(urls)}).catch((error) => ({ failed: String(error?.stack ?? error) }));
    await fetch("/told", { method: "POST", body: JSON.stringify(told) });`;
  const script = await bundle(cwd, report);
  /** @type {(told: unknown) => void} */
  let tell = () => {};
  const told = new Promise((resolve) => {
    tell = resolve;
  });
  const server = createServer(async (request, response) => {
    if (request.method === "POST") tell(JSON.parse(await text(request)));
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : `<!doctype html><script type="module" src="/page.js"></script>`);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const profile = await mkdtemp(join(tmpdir(), "spendbook-browser-"));
  const options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"];
  const child = spawn("chromium", [...options, `--user-data-dir=${profile}`, `http://127.0.0.1:${port}/`], {
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  const ended = once(child, "exit");
  const said = text(child.stderr);
  try {
    return await Promise.race([told, ended.then(async () => Promise.reject(new Error(`chromium: ${await said}`)))]);
  } finally {
    // The browser's own processes are in its group.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
    await ended;
    server.closeAllConnections();
    server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
