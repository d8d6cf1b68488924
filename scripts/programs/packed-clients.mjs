// @ts-check
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { isProvider, readPackages } from "../check-packages/read-packages.mjs";
import { readDocument } from "../generate/read-document.mjs";
import { installTarballs } from "./install-tarballs.mjs";
import { packPackages } from "./pack-packages.mjs";
import { startPrism } from "./start-prism.mjs";
import { withoutAnyBodies } from "./without-any-bodies.mjs";

/**
 * Packs the clients and what they share, and installs them from their tarballs beside run-clients.mjs,
 * for a user who has nothing else.
 *
 * @param {string} root The repository; its packages are built.
 * @param {string} folder An empty one.
 */
export async function installPackedClients(root, folder) {
  for (const name of ["packed", "machine"]) await mkdir(join(folder, name));
  const providers = (await readPackages(root)).filter(isProvider).map(({ manifest }) => manifest.name);
  const names = [...providers, "@spendbook/client-core"];
  const packed = (await packPackages(root, join(folder, "packed"))).filter(({ name }) => names.includes(name));
  const { cwd } = await installTarballs(
    join(folder, "machine"),
    packed.map(({ tarball }) => tarball),
  );
  await copyFile(new URL("run-clients.mjs", import.meta.url), join(cwd, "run-clients.mjs"));
  return { cwd, packed };
}

/**
 * Has Prism serve the document of each provider, with its overlay applied.
 *
 * @param {string} root
 * @returns {Promise<{ urls: Record<string, string>, stop: () => Promise<void> }>}
 */
export async function serveDocuments(root) {
  const providers = (await readPackages(root)).filter(isProvider).map(({ folder }) => folder);
  const prisms = await Promise.all(
    providers.map(async (provider) => startPrism(withoutAnyBodies((await readDocument(root, provider)).overlaid))),
  );
  return {
    urls: Object.fromEntries(providers.map((provider, index) => [provider, prisms[index]?.url ?? ""])),
    stop: async () => {
      await Promise.all(prisms.map(({ stop }) => stop()));
    },
  };
}
