// @ts-check
// Prints, in one table, every figure that the clients are held to, measured here and now. Needs `pnpm build` and
// scripts/install-programs.mjs to have run. Where npm's registry does not answer, what asks it says so.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeApiReports } from "./api-reports.mjs";
import { checkLicenses } from "./check-licenses.mjs";
import { isProvider, readPackages } from "./check-packages/read-packages.mjs";
import { checkPreviousTests, lastRelease } from "./check-previous-tests.mjs";
import { findDeepImports } from "./programs/deep-imports.mjs";
import { packPackages } from "./programs/pack-packages.mjs";
import { runProgram } from "./programs/run-program.mjs";
import { checkTarball } from "./release/check-tarball.mjs";
import { checkResolutions, measureCosts } from "./show-clients/compilers.mjs";
import { countLines, firstExample } from "./show-clients/count-lines.mjs";
import { installAll } from "./show-clients/install-all.mjs";
import { runEverywhere } from "./show-clients/run-everywhere.mjs";
import { weighPeer, weighTarball } from "./show-clients/weigh.mjs";
import { inKilobytes, limit, measureSizes } from "./sizes/measure-sizes.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const packages = await readPackages(root);
const providers = packages.filter(isProvider);
const folder = await mkdtemp(join(tmpdir(), "spendbook-show-"));
for (const name of ["packed", "types", "installed", "peers"]) await mkdir(join(folder, name));
const isOnline = (await runProgram("npm", ["view", "openapi-fetch", "version"], { cwd: folder })).code === 0;
const silent = "not measured: npm's registry does not answer";

try {
  const packed = await packPackages(root, join(folder, "packed"));
  const sizes = await measureSizes(root);
  const costs = await measureCosts(root, join(folder, "types"), providers);
  const installed = isOnline ? await installAll(join(folder, "installed"), packed) : null;
  const ofEach = (/** @type {(name: string) => string} */ say) =>
    providers.map(({ folder: name }) => `${name} ${say(name)}`).join(" · ");

  row("what", "asked", "measured");
  row("---", "---", "---");
  row(
    "a client bundled with client-core and openapi-fetch, by Brotli",
    `at most ${inKilobytes(limit)} kB`,
    ofEach((name) => `${inKilobytes(sizes.find((one) => one.folder === name)?.brotli ?? Number.NaN)} kB`),
  );
  row(
    "what its types cost: work of tsc beside an empty file, the least of 7 runs",
    "less than 0.1 s",
    ofEach((name) => `${costs.get(name)?.seconds.toFixed(2)} s`),
  );
  const weights = new Map(
    await Promise.all(packed.map(async (one) => /** @type {const} */ ([one.name, await weighTarball(one)]))),
  );
  row(
    "its tarball, packed and unpacked",
    "small",
    ofEach((name) => weights.get(`@spendbook/${name}`) ?? ""),
  );
  for (const peer of ["@flexprice/sdk@2.0.1", "wavespeed@0.3.2"])
    row(
      `beside us, ${peer}, packed and unpacked`,
      "",
      isOnline ? await weighPeer(peer, join(folder, "peers")) : silent,
    );
  row(
    "lines of the first example in its README",
    "read in 10 s",
    ofEach((name) => String(firstExample(packages, name))),
  );
  row("what a provider costs, in lines written by hand", "", await countLines(root, packages));

  for (const { tarball } of packed) await checkTarball(tarball);
  row("tarballs that publint and attw find right", "all", `${packed.length} of ${packed.length}`);
  row(
    "all tarballs installed by npm in an empty folder",
    "the command runs there",
    installed === null
      ? silent
      : `${packed.length} tarballs, ${installed.others} packages beside them: ${installed.said}`,
  );
  row(
    "files in them that can be imported though exports does not name them",
    "0",
    installed === null ? silent : String((await findDeepImports(installed.cwd, packed)).length),
  );
  row(
    "runtimes where the packed clients do the same, against servers made of the documents",
    "Node 20, 22, 24, 26, Bun, Deno, workerd, a browser",
    installed === null ? silent : await runEverywhere(root, installed.cwd),
  );
  row(
    "module resolutions by which the packed clients compile, skipLibCheck false",
    "TypeScript 5.4 to 7.0, all",
    installed === null ? silent : await checkResolutions(installed.cwd, providers),
  );

  const reports = packages.filter(({ folder: name, texts }) => texts.has(`${name}.api.md`)).length;
  const drifted = await writeApiReports(root, { check: true });
  row("API reports that say what is exported", "all", `${reports - drifted.length} of ${reports}`);
  const release = await lastRelease(root);
  const { checked, problems } = await checkPreviousTests(root, release ?? "HEAD");
  const ref = release ?? "the last commit, there being no release yet";
  row(
    "earlier tests that compile against the code",
    "all",
    `${checked.length} files of ${ref}: ${problems.length} errors`,
  );
  const { count, shipped } = await checkLicenses(root);
  row("shipped dependencies whose licences are allowed", "all", `${count - shipped.length} of ${count}`);
} finally {
  await rm(folder, { recursive: true });
}

/** @param {string} what @param {string} asked @param {string} measured */
function row(what, asked, measured) {
  console.log(`| ${what} | ${asked} | ${measured} |`);
}
