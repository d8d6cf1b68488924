import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Debian's Chromium, without its sandbox because root may not have one. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
}

export interface OpenedPage {
  readonly page: Page;
  /** What the browser complained of: errors, refusals of the content policy, and requests, of which there must be none. */
  readonly complaints: string[];
}

/** Opens a file in a window without a network, and waits until its lines were read. */
export async function openPage(
  browser: Browser,
  file: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.isNavigationRequest()) complaints.push(`request: ${request.url()}`);
  });
  await page.goto(`file://${file}`);
  if (options.javaScriptEnabled !== false) await page.waitForSelector("#line-table[data-ready]", { timeout: 120_000 });
  return { page, complaints };
}
