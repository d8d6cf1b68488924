import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findBrokenLinks } from "./docs.mjs";

test("links to pages, files and anchors that a site does not have are found, and others are not", async () => {
  const site = await mkdtemp(join(tmpdir(), "spendbook-site-"));
  const page = [
    '<h1 id="top">A</h1><a href="b.html">b</a><a href="#top">top</a><a href="https://a.example/x">x</a>',
    '<a href="gone.html">gone</a><a href="b.html#nowhere">nowhere</a><img src="b.png"><script>"<a href=\\"z\\">"</script>',
  ];
  await writeFile(join(site, "a.html"), page.join("\n"));
  await writeFile(join(site, "b.html"), '<h2 id="here">B</h2><a href="a.html#top">a</a>');
  expect(await findBrokenLinks(site)).toEqual(["a.html: gone.html", "a.html: b.html#nowhere", "a.html: b.png"]);
  await rm(site, { recursive: true });
});
