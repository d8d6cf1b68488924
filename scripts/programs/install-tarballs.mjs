// @ts-check
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { succeed } from "./run-program.mjs";

/** What of this process's environment a bare machine has too: where programs, certificates and the registry are. */
const kept =
  /^(path|pathext|comspec|systemroot|windir|lang|(https?|no|all)_proxy|node_extra_ca_certs|ssl_cert_(file|dir)|npm_config_registry)$/i;

/**
 * Installs tarballs by npm into an empty folder, for a user with an empty home and an empty cache. No script of a package
 * runs, and a conflict of versions is an error.
 *
 * @param {string} folder Where to; it must be empty.
 * @param {readonly string[]} tarballs
 * @returns {Promise<{ cwd: string, env: NodeJS.ProcessEnv }>} What to run programs there with.
 */
export async function installTarballs(folder, tarballs) {
  const home = join(folder, "home");
  const cwd = join(folder, "project");
  await mkdir(home);
  await mkdir(cwd);
  await writeFile(join(cwd, "package.json"), JSON.stringify({ private: true, type: "module" }));
  // Which registry, and how to get there, is the machine's affair.
  const userconfig = (await succeed("npm", ["config", "get", "userconfig"], { cwd })).trim();
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => kept.test(name))),
    HOME: home,
    USERPROFILE: home,
    npm_config_userconfig: userconfig,
    npm_config_cache: join(home, "cache"),
    npm_config_loglevel: "error",
    npm_config_update_notifier: "false",
  };
  const options = [
    "--ignore-scripts",
    "--strict-peer-deps",
    "--no-legacy-peer-deps",
    "--no-force",
    "--no-audit",
    "--no-fund",
  ];
  await succeed("npm", ["install", ...options, ...tarballs], { cwd, env });
  return { cwd, env };
}
