import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "rolldown";

/** The parts of the style sheet; a later one overrides what came before. */
const styles = [
  "colours",
  "page",
  "header",
  "amounts",
  "summary",
  "badges",
  "tables",
  "wallets",
  "charts",
  "line-tools",
  "lines",
  "phone",
  "phone-tables",
  "phone-lines",
  "print-colours",
  "print",
];

/** The report's script and style sheet, as texts that the page is written with. They are ours, so there is no licence. */
export const reportAssets = defineConfig({
  input: "src/html/client/main.ts",
  platform: "browser",
  plugins: [{ name: "report-assets", generateBundle: emitTexts }],
  output: { dir: "dist/html", format: "iife", comments: false },
});

function emitTexts(_options, bundle) {
  const [chunk] = Object.values(bundle);
  delete bundle[chunk.fileName];
  const style = styles.map((name) => readFileSync(join(import.meta.dirname, `src/html/style/${name}.css`), "utf8"));
  const texts = { script: chunk.code, style: style.join("\n") };
  const source = Object.entries(texts).map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};\n`);
  this.emitFile({ type: "asset", fileName: "report-assets.js", source: source.join("") });
}
