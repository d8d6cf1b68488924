import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { defineConfig } from "rolldown";

/**
 * exceljs asks, many levels down, for a package that does not install everywhere, and an override does not reach those
 * who install this package. So the one part that is used, its streaming writer, is bundled; the zip it writes into is ours.
 */
export default defineConfig({
  input: { "workbook-writer": "exceljs/lib/stream/xlsx/workbook-writer.js" },
  platform: "node",
  resolve: { alias: { archiver: join(import.meta.dirname, "archiver.cjs") } },
  plugins: [{ name: "licenses", generateBundle: emitLicenses }],
  output: { dir: "dist/vendor", format: "esm", comments: false },
});

/** Writes the licences of everything that was bundled beside it. */
function emitLicenses(_options, bundle) {
  const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
  const folders = [...new Set(modules.map(packageFolder).filter((folder) => folder?.includes("node_modules")))].sort();
  const source = folders.map(describe).join(`\n${"-".repeat(80)}\n\n`);
  this.emitFile({ type: "asset", fileName: "THIRD-PARTY-LICENSES.txt", source });
}

function packageFolder(file) {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
  }
  return null;
}

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = ["LICENSE", "LICENSE.md", "license", "LICENSE.txt"].find((each) => existsSync(join(folder, each)));
  const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), "utf8");
  return `${name} ${version}\n\n${text.trim()}\n`;
}
