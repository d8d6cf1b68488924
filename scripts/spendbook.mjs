// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../packages/spendbook/dist/bin.js", import.meta.url));

if (!existsSync(bin)) {
  // Building may print; standard output belongs to the command alone.
  const root = fileURLToPath(new URL("..", import.meta.url));
  const turbo = fileURLToPath(new URL("../node_modules/turbo/bin/turbo", import.meta.url));
  const options = { cwd: root, stdio: /** @type {["ignore", 2, 2]} */ (["ignore", 2, 2]) };
  const { status } = spawnSync(process.execPath, [turbo, "run", "build", "--output-logs=errors-only"], options);
  if (status !== 0) process.exit(1);
}
await import(bin);
