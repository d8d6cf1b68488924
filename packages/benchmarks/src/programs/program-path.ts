import { fileURLToPath } from "node:url";

/** The built file of a program of this package; the same from src and from dist. */
export function programPath(name: ProgramName): string {
  return fileURLToPath(new URL(`../../dist/programs/${name}.js`, import.meta.url));
}

type ProgramName =
  | "serve"
  | "serve-wallets"
  | "report-usage"
  | "fetch-pages"
  | "call-pages"
  | "read-plainly"
  | "read-back"
  | "write-csv"
  | "write-xlsx"
  | "make-statement";
