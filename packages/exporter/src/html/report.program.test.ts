import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hostileTexts, line, statement } from "../__fixtures__/statement.js";
import { companyLines } from "./__fixtures__/company-lines.js";
import { companyStatement } from "./__fixtures__/company-statement.js";
import { openPage, startBrowser } from "./__fixtures__/open-page.js";
import { visibleText } from "./visible-text.js";
import { type ReportInput, writeReport } from "./write-report.js";

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), "report-"));
const file = (name: string) => join(folder, `${name}.html`);
const write = (name: string, input: ReportInput) => writeReport(input, createWriteStream(file(name)));

const lines = [...companyLines(1500)];
beforeAll(async () => {
  browser = await startBrowser();
  await write("month", { statement: companyStatement(lines), lines });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const status = (page: Page) => page.locator("#line-status");
const rows = (page: Page) => page.locator("#line-table tbody tr");

test("it opens without a network, an error or a refusal of its content policy", async () => {
  const { page, complaints } = await openPage(browser, file("month"));
  await expect.poll(() => rows(page).count()).toBe(100);
  expect(complaints).toEqual([]);
  await page.close();
});

test("its content policy is in force: what a text might bring in neither runs, nor loads, nor styles", async () => {
  const { page, complaints } = await openPage(browser, file("month"));
  const outcome = await page.evaluate(() => {
    const script = document.createElement("script");
    const handled = document.createElement("p");
    const styled = document.createElement("style");
    const image = document.createElement("img");
    styled.textContent = "body { display: none }";
    let refusals = 0;
    const attempts = [
      () => {
        script.textContent = "document.body.dataset.ran = ''";
      },
      () => handled.setAttribute("onclick", "document.body.dataset.ran = ''"),
      () => {
        handled.innerHTML = "<b>bold</b>";
      },
    ];
    for (const attempt of attempts) {
      try {
        attempt();
      } catch {
        refusals += 1;
      }
    }
    image.src = "https://example.com/pixel.png";
    document.body.append(script, handled, styled, image);
    handled.click();
    return { refusals, ran: document.body.dataset.ran, display: getComputedStyle(document.body).display };
  });
  expect(outcome).toEqual({ refusals: 3, ran: undefined, display: "block" });
  await expect.poll(() => complaints.join("\n")).toMatch(/style-src[\s\S]*img-src|img-src[\s\S]*style-src|default-src/);
  await page.close();
});

describe("by keyboard alone", () => {
  test("the first key leads past the contents to the statement", async () => {
    const { page } = await openPage(browser, file("month"));
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the statement");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
    await page.close();
  });

  test("search finds lines in any field, says how many and what they sum to, and gives all back", async () => {
    const { page } = await openPage(browser, file("month"));
    await page.locator("#line-search").focus();
    await page.keyboard.type("seedream-v4 campaign");
    const expected = lines.filter(
      ({ service, description }) => service === "seedream-v4" && description.includes("campaign"),
    );
    expect(expected.length).toBeGreaterThan(5);
    await expect.poll(() => status(page).textContent()).toContain(`${expected.length} of 1,500 lines, together USD −`);
    expect(await rows(page).count()).toBe(expected.length);
    await page.keyboard.press("Control+a");
    await page.keyboard.type("no such line");
    await expect.poll(() => status(page).textContent()).toBe("None of 1,500 lines matches.");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await expect.poll(() => status(page).textContent()).toContain("1,500 lines, together EUR");
    await page.close();
  });

  test("headings sort in both directions and keep the focus", async () => {
    const { page } = await openPage(browser, file("month"));
    const heading = page.locator("th.amount");
    await page.locator("th.amount button").focus();
    await page.keyboard.press("Enter");
    expect(await heading.getAttribute("aria-sort")).toBe("ascending");
    await page.keyboard.press("Enter");
    expect(await heading.getAttribute("aria-sort")).toBe("descending");
    const shown = await page.locator("#line-table td.amount > .amount").allTextContents();
    expect(shown.map(Number)).toEqual(shown.map(Number).sort((a, b) => b - a));
    expect(shown[0]).toBe("250");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Amount");
    await page.close();
  });

  test("pages are turned, and the ends say that there is no further", async () => {
    const { page } = await openPage(browser, file("month"));
    await page.locator("#line-pages button", { hasText: "Last" }).focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("#line-pages span").textContent()).toBe("Page 15 of 15");
    expect(await status(page).textContent()).toContain("Shown: 1,401 to 1,500");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-disabled"))).toBe("true");
    await page.close();
  });

  test("a line opens to all that is known of it", async () => {
    const { page } = await openPage(browser, file("month"));
    await page.locator("#line-table tbody summary").first().focus();
    await page.keyboard.press("Enter");
    const [first] = lines;
    expect(await rows(page).first().locator("dl").textContent()).toContain(first?.origin.sha256);
    await page.close();
  });
});

describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
  test.each([
    ["a desktop", { width: 1280, height: 900 }],
    ["a phone", { width: 390, height: 844 }],
  ])("axe finds nothing that keeps anybody out, on %s", async (_name, viewport) => {
    const { page } = await openPage(browser, file("month"), { colorScheme, viewport, bypassCSP: true });
    await page.locator("#line-table tbody summary").first().click();
    for (const summary of await page.locator(".figures-as-table > summary").all()) await summary.click();
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve("axe-core/axe.min.js") });
    const {
      passes,
      violations,
    }: Record<"passes" | "violations", readonly { id: string; nodes: readonly { html: string }[] }[]> =
      await page.evaluate("axe.run(document)");
    expect(passes.map(({ id }) => id)).toEqual(expect.arrayContaining(["color-contrast", "label", "svg-img-alt"]));
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.close();
  });
});

test.each([320, 390, 768, 1280])(
  "nothing is cut off at a width of %i: the page never scrolls sideways",
  async (width) => {
    const { page } = await openPage(browser, file("month"), { viewport: { width, height: 844 } });
    for (const summary of await page.locator("summary").all())
      await summary.evaluate((node) => node.dispatchEvent(new MouseEvent("click")));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.close();
  },
);

test("hostile text is shown whole and stays text, in the rows of the file and in those of the script", async () => {
  const markup = "</script><script>document.body.dataset.ran = ''</script><img src=x onerror=alert(1)>";
  const texts = [...hostileTexts, markup];
  await write("hostile", {
    statement: { ...statement, warnings: texts.map((text) => ({ code: "x", message: text, account: text })) },
    lines: texts.map((text, index) => ({
      ...line(index, 1n, text),
      account: text,
      service: text,
      resource: text,
      unit: text,
      quantity: "1",
    })),
  });
  for (const javaScriptEnabled of [true, false]) {
    const { page, complaints } = await openPage(browser, file("hostile"), {
      javaScriptEnabled,
      viewport: { width: 390, height: 844 },
    });
    const resources = await page.locator("#line-table dd").allTextContents();
    for (const text of texts) expect(resources).toContain(visibleText(text));
    expect(await page.locator("#warnings .label").allTextContents()).toEqual(
      texts.map((text) => visibleText(text.replace("/", " · "))),
    );
    expect(await page.locator("img, iframe, object, form").count()).toBe(0);
    expect(await page.locator("body[data-ran]").count()).toBe(0);
    expect(complaints).toEqual([]);
    const edges = await page
      .locator("#line-table td.amount")
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().right));
    expect(Math.max(...edges)).toBeLessThanOrEqual(390);
    await page.close();
  }
});

test("amounts are copied with their exact digits, though they are shown with separators", async () => {
  const { page } = await openPage(browser, file("month"));
  const spend = page.locator(".figure .large .amount").nth(1);
  const copied = await spend.evaluate((node) => {
    getSelection()?.selectAllChildren(node);
    return String(getSelection());
  });
  expect(copied).toBe(companyStatement(lines).totals[1]?.spend);
  expect(
    await spend
      .locator(".group")
      .first()
      .evaluate((node) => getComputedStyle(node, "::before").content),
  ).toBe('","');
  await page.close();
});

test("without scripts the figures, drawings and first lines are there, and it is said where the rest is", async () => {
  const { page } = await openPage(browser, file("month"), { javaScriptEnabled: false });
  expect(await rows(page).count()).toBe(100);
  expect(await status(page).textContent()).toBe("The first 100 lines are shown; all are in statement-2026-10.csv.");
  expect(await page.locator("svg.chart.broad").first().isVisible()).toBe(true);
  expect(await page.locator("#line-search").count()).toBe(0);
  await page.close();
});

test("on paper all sections stand in black on white, with as many lines as paper takes", async () => {
  const { page } = await openPage(browser, file("month"), { colorScheme: "dark" });
  await page.evaluate(() =>
    addEventListener("beforeprint", () => {
      document.body.dataset.rows = String(document.querySelectorAll("#line-table tbody tr").length);
      document.body.dataset.said = document.querySelector("#line-status")?.textContent ?? "";
    }),
  );
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  const { rows: printed, said } = await page.locator("body").evaluate(({ dataset }) => ({ ...dataset }));
  expect(printed).toBe("1000");
  expect(said).toContain("Shown: 1 to 1,000; all are in the CSV file.");
  await expect.poll(() => rows(page).count()).toBe(100);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const colours = await page.evaluate(() => [
    getComputedStyle(document.body).color,
    getComputedStyle(document.body).backgroundColor,
  ]);
  expect(colours).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
  for (const section of await page.locator("main > section").all()) expect(await section.isVisible()).toBe(true);
  await page.close();
});

test("a month of 100,000 lines opens, and is searched and sorted", async () => {
  const many = [...companyLines(100_000)];
  await write("many", { statement: companyStatement(many), lines: many });
  const begun = performance.now();
  const { page, complaints } = await openPage(browser, file("many"));
  const opened = performance.now();
  await page.locator("#line-search").fill("rec_99999");
  await expect.poll(() => status(page).textContent()).toContain("1 of 100,000 lines");
  const found = performance.now();
  await page.locator("#line-search").fill("");
  await page.locator("th.amount button").click();
  await expect.poll(() => page.locator("th.amount").getAttribute("aria-sort")).toBe("ascending");
  const sorted = performance.now();
  expect(complaints).toEqual([]);
  // Far above what it takes, and far below what a page without blocks and pages of lines takes.
  expect(opened - begun).toBeLessThan(60_000);
  process.stdout.write(
    `100,000 lines: opened in ${Math.round(opened - begun)} ms, searched in ${Math.round(found - opened)} ms, sorted in ${Math.round(sorted - found)} ms\n`,
  );
  await page.close();
});
