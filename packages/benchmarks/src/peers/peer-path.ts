import { fileURLToPath } from "node:url";

/** Debian's own Python, which has Debian's packages. */
export const debianPython = "/usr/bin/python3";

/** A peer's source file in another language; the same from src and from dist. */
export function peerPath(name: string): string {
  return fileURLToPath(new URL(`../../src/peers/${name}`, import.meta.url));
}
