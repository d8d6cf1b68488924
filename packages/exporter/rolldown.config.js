import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { defineConfig } from "rolldown";
import { reportAssets } from "./report-assets.config.js";

/**
 * exceljs asks, many levels down, for a package that does not install everywhere, and an override does not reach those
 * who install this package. So the one part that is used, its streaming writer, is bundled, and what it requires but
 * does not need for writing is replaced; src/bundled adds the charts that it cannot draw.
 */
const replacements = {
  archiver: `module.exports = require(${JSON.stringify(join(import.meta.dirname, "src/bundled/create-archive.ts"))}).createArchive;`,
  // Of Node, which has it natively.
  "buffer-crc32": `module.exports = { unsigned: require("node:zlib").crc32 };`,
  // yazl compresses on one core.
  zlib: `module.exports = { ...require("node:zlib"), DeflateRaw: require(${JSON.stringify(join(import.meta.dirname, "src/bundled/parallel-deflate.ts"))}).ParallelDeflateRaw };`,
  "readable-stream": `module.exports = require("node:stream");`,
  // Parses what is read, and nothing is.
  saxes: "module.exports = {};",
};

const workbookWriter = defineConfig({
  input: { "workbook-writer": "src/bundled/workbook-writer.ts" },
  platform: "node",
  plugins: [
    {
      name: "replacements",
      resolveId: (id) => (id in replacements ? `\0${id}` : null),
      load: (id) => (id.startsWith("\0") ? replacements[id.slice(1)] : null),
    },
    { name: "licenses", generateBundle: emitLicenses },
  ],
  // The types of what is used stand in src/xlsx/workbook-writer.d.ts.
  output: { dir: "dist/vendor", format: "esm", comments: false, banner: "// @ts-nocheck" },
});

export default [workbookWriter, reportAssets];

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
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = ["LICENSE", "LICENSE.md", "license", "LICENSE.txt"].find((each) => existsSync(join(folder, each)));
  if (file === undefined) throw new Error(`${name} has no licence text: it must not be bundled`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
