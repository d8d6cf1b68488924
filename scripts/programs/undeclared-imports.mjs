// @ts-check
import { readFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { readImports } from "../check-packages/read-imports.mjs";

/**
 * What the code and the types of a packed package import although its manifest does not ask for it: there for whoever
 * works on the package, and missing for whoever installs it.
 *
 * @param {Pick<import("./pack-packages.mjs").PackedPackage, "folder" | "files" | "manifest">} packed
 * @returns {Promise<string[]>}
 */
export async function findUndeclaredImports({ folder, files, manifest }) {
  const { name = "", dependencies, peerDependencies, optionalDependencies, imports } = manifest;
  const asked = { ...dependencies, ...peerDependencies, ...optionalDependencies, ...Object(imports) };
  const allowed = new Set([name, ...Object.keys(asked), ...builtinModules]);
  const code = files.filter((file) => /\.(js|d\.ts)$/.test(file));
  const texts = await Promise.all(code.map((file) => readFile(join(folder, file), "utf8")));
  const imported = texts.flatMap(readImports).flatMap(({ specifier }) => packageOf(specifier));
  return [...new Set(imported)].filter((each) => !allowed.has(each)).sort();
}

/** @param {string} specifier @returns {string[]} The package it is from; none where it is a path. */
function packageOf(specifier) {
  if (specifier.startsWith(".")) return [];
  if (specifier.startsWith("#")) return [specifier];
  const parts = specifier.replace("node:", "").split("/");
  return [parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/")];
}
