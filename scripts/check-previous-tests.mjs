// @ts-check
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { readImports } from "./check-packages/read-imports.mjs";
import { succeed } from "./programs/run-program.mjs";

/**
 * The tag of the last release, null as long as there is none: changesets tags `name@version`.
 *
 * @param {string} root
 * @returns {Promise<string | null>}
 */
export async function lastRelease(root) {
  const tags = await succeed("git", ["tag", "--list", "*@*", "--sort=-creatordate", "--merged"], { cwd: root });
  return tags.split("\n")[0] || null;
}

/**
 * Type-checks the tests that a package had at a release against its present code: what compiled then and does not now is a
 * breaking change. Only tests of the public surface count, those that import nothing of their package but its index: what
 * lies behind it may change.
 *
 * @param {string} root The repository; its packages are built.
 * @param {string} ref
 * @returns {Promise<{ checked: string[], problems: string[] }>}
 */
export async function checkPreviousTests(root, ref) {
  const folder = await mkdtemp(join(tmpdir(), "spendbook-previous-"));
  try {
    await succeed("git", ["archive", `--output=${join(folder, "old.tar")}`, ref, "packages"], { cwd: root });
    await succeed("tar", ["-xf", "old.tar", "--one-top-level=old"], { cwd: folder });
    await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    const manifests = await publicManifests(join(folder, "old/packages"));
    const checked = (await Promise.all(manifests.map((name) => placeTests(root, folder, name)))).flat();
    return {
      checked: checked.map((file) => relative(folder, file).split(sep).join("/")),
      problems: check(folder, checked),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @param {string} packages @returns {Promise<string[]>} The folders of the packages that were public. */
async function publicManifests(packages) {
  const folders = await readdir(packages);
  const found = await Promise.all(
    folders.map(async (name) => {
      const text = await readFile(join(packages, name, "package.json"), "utf8").catch(() => null);
      return text === null || JSON.parse(text).private ? [] : [name];
    }),
  );
  return found.flat();
}

/**
 * Puts a package's old tests of its surface beside its present code; gives where they lie.
 *
 * @param {string} root
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<string[]>}
 */
async function placeTests(root, folder, name) {
  const [now, old, target] = [
    join(root, "packages", name),
    join(folder, "old/packages", name),
    join(folder, "packages", name),
  ];
  await cp(join(now, "src"), join(target, "src"), {
    recursive: true,
    filter: (file) => !/\.test\.ts$/.test(file),
  }).catch(() => {
    throw new Error(`packages/${name} was released and is gone`);
  });
  await cp(join(now, "package.json"), join(target, "package.json"));
  await symlink(join(now, "node_modules"), join(target, "node_modules"), "junction").catch(() => {});
  const files = await readdir(join(old, "src"), { recursive: true });
  const tests = files.filter((file) => file.endsWith(".test.ts"));
  const placed = await Promise.all(
    tests.map(async (file) => {
      const text = await readFile(join(old, "src", file), "utf8");
      const inner = readImports(text).some(({ specifier }) => specifier.startsWith(".") && specifier !== "./index.js");
      if (inner || dirname(file) !== ".") return [];
      await writeFile(join(target, "src", file), text);
      return [join(target, "src", file)];
    }),
  );
  return placed.flat();
}

/** @param {string} folder @param {string[]} files @returns {string[]} */
function check(folder, files) {
  const program = ts.createProgram(files, {
    ...{ strict: true, noEmit: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    ...{ skipLibCheck: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, resolveJsonModule: true },
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
    types: ["node"],
    typeRoots: [fileURLToPath(new URL("../node_modules/@types", import.meta.url))],
  });
  return files.flatMap((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((diagnostic) => {
      const line = source?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? -1;
      const place = relative(folder, file).split(sep).join("/");
      return `${place}:${line + 1}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`;
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const ref = process.argv[2] ?? (await lastRelease(root));
  if (ref === null) console.log("No release yet: there are no earlier tests to check.");
  else {
    const { checked, problems } = await checkPreviousTests(root, ref);
    const count = `${checked.length} test files of ${ref}`;
    if (problems.length > 0) {
      console.error(`${count} no longer compile:\n${problems.join("\n")}`);
      console.error("Whoever uses the packages meets the same: keep what they use, or release a major version.");
      process.exitCode = 1;
    } else console.log(`${count} compile against the present code.`);
  }
}
