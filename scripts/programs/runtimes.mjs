// @ts-check

const platform = process.platform === "win32" ? "win" : process.platform;

/** What Node publishes for this machine's system, whose npm package carries nothing but the program. */
const node = (/** @type {string} */ version) => `npm:node-${platform}-${process.arch}@${version}`;

/**
 * The runtimes that the clients run on, by the folder that npm installs each into, with its exact version. The browser is
 * Debian's Chromium; Node is also what runs everything else here.
 */
export const runtimePackages = {
  "node-20": node("20.20.2"),
  "node-22": node("22.23.3"),
  "node-24": node("24.21.0"),
  "node-26": node("26.10.0"),
  bun: "1.4.5",
  deno: "2.9.6",
  workerd: "1.20261117.1",
};

/** The compilers that the clients' types are checked by: the last of each line from 5.4 on. */
export const compilerPackages = {
  "typescript-5.4": "npm:typescript@5.4.5",
  "typescript-5.5": "npm:typescript@5.5.4",
  "typescript-5.6": "npm:typescript@5.6.3",
  "typescript-5.7": "npm:typescript@5.7.3",
  "typescript-5.8": "npm:typescript@5.8.3",
  "typescript-5.9": "npm:typescript@5.9.3",
  "typescript-6.0": "npm:typescript@6.0.3",
  "typescript-7.0": "npm:typescript@7.0.2",
};
