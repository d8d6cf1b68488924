// @ts-check
import { mkdir, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { readPackages } from "../check-packages/read-packages.mjs";

/**
 * Makes a folder in which the packages of the workspace are found as if they were installed there.
 *
 * @param {string} root The repository; its packages are built.
 * @param {string} folder
 */
export async function linkPackages(root, folder) {
  const links = (await readPackages(root)).map(({ folder, manifest }) => [`packages/${folder}`, String(manifest.name)]);
  for (const [path = "", name = ""] of [...links, ["node_modules/@types/node", "@types/node"]]) {
    const link = join(folder, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(root, path), link, "junction");
  }
}

/**
 * What TypeScript, strict and in the way Node resolves, finds wrong with each of the files of a folder; the declarations
 * that they use count too.
 *
 * @param {string} folder
 * @param {readonly string[]} files Their names.
 * @returns {string[]}
 */
export function checkTypes(folder, files) {
  const paths = files.map((file) => join(folder, file));
  const program = ts.createProgram(paths, {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ["node"],
    typeRoots: [join(folder, "node_modules/@types")],
  });
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const place = diagnostic.file === undefined ? "" : relative(folder, diagnostic.file.fileName);
    const line = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? -1;
    return `${place}:${line + 1}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`;
  });
}
