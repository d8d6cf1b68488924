import { resolve } from "node:path";

/** Where the ledger is: a URL stays as it is, a file is found from the working directory. */
export function ledgerLocation(location: string, directory: string): string {
  return /^[a-z][a-z+]+:\/\//i.test(location) ? location : resolve(directory, location);
}
