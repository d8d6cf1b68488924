// @ts-check
import { readdir, readFile, rm } from "node:fs/promises";
import { dirname, join, normalize, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { Application } from "typedoc";
import { readPackages } from "./check-packages/read-packages.mjs";

const repository = "https://github.com/spendbook/spendbook";

/**
 * Builds the documentation of every package that programs are written with, as a static site. A warning is an error.
 *
 * @param {string} root The repository; its packages are built.
 * @param {string} out
 * @param {readonly string[]} [only] Names of packages, for those and no others.
 */
export async function buildDocs(root, out, only) {
  const packages = (await readPackages(root)).filter(
    ({ manifest }) =>
      !manifest.private && "." in Object(manifest.exports) && (only?.includes(String(manifest.name)) ?? true),
  );
  const app = await Application.bootstrapWithPlugins({
    name: "spendbook",
    entryPointStrategy: "packages",
    entryPoints: packages.map(({ folder }) => join(root, "packages", folder)),
    packageOptions: {
      entryPoints: ["src/index.ts"],
      excludePrivate: true,
      // What openapi-typescript writes beside TypeDoc's own.
      blockTags: [
        "@description",
        "@param",
        "@returns",
        "@throws",
        "@see",
        "@example",
        "@default",
        "@deprecated",
        "@enum",
      ],
      modifierTags: ["@internal", "@enum"],
      disableGit: true,
      sourceLinkTemplate: `${repository}/blob/main/{path}#L{line}`,
      basePath: root,
      // A type that is only a part of another is shown where that is.
      validation: { notExported: false, invalidLink: true },
    },
    readme: join(root, "README.md"),
    includeVersion: true,
    disableGit: true,
    sourceLinkTemplate: `${repository}/blob/main/{path}#L{line}`,
    basePath: root,
    validation: { notExported: false, invalidLink: true },
    highlightLanguages: ["bash", "javascript", "json", "sql", "typescript"],
    logLevel: "Warn",
  });
  const project = await app.convert();
  if (project === undefined || app.logger.hasErrors() || app.logger.hasWarnings())
    throw new Error("TypeDoc has found what stands above");
  await rm(out, { recursive: true, force: true });
  await app.generateDocs(project, out);
  if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error("TypeDoc has found what stands above");
  return packages.map(({ folder }) => folder);
}

/**
 * The links of a site's pages that lead to no page of it, one line each.
 *
 * @param {string} site
 * @returns {Promise<string[]>}
 */
export async function findBrokenLinks(site) {
  const files = (await readdir(site, { recursive: true })).map((file) => file.split(sep).join("/"));
  const pages = files.filter((file) => file.endsWith(".html"));
  /** @type {Map<string, Set<string>>} */
  const anchors = new Map();
  /** @type {[page: string, link: string][]} */
  const links = [];
  for (const page of pages) {
    const text = (await readFile(join(site, page), "utf8")).replace(/<(script|style)\b.*?<\/\1>/gs, "");
    anchors.set(page, new Set([...text.matchAll(/\s(?:id|name)="([^"]+)"/g)].map(([, id = ""]) => id)));
    for (const [, link = ""] of text.matchAll(/\s(?:href|src)="([^"]+)"/g)) links.push([page, link]);
  }
  return links.flatMap(([page, link]) => {
    if (/^[a-z]+:/.test(link)) return [];
    const [path = "", anchor] = link.replaceAll("&amp;", "&").split("#");
    const target =
      path === ""
        ? page
        : normalize(join(dirname(page), decodeURI(path)))
            .split(sep)
            .join("/");
    const isThere = files.includes(target);
    const hasAnchor = !anchor || !target.endsWith(".html") || anchors.get(target)?.has(decodeURIComponent(anchor));
    return isThere && hasAnchor ? [] : [`${page}: ${link}`];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const site = join(root, "site");
  try {
    const packages = await buildDocs(root, site);
    const broken = await findBrokenLinks(site);
    if (broken.length > 0) throw new Error(`Links that lead nowhere:\n${[...new Set(broken)].join("\n")}`);
    console.log(`The documentation of ${packages.join(", ")} is in ${relative(root, site)}/.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
