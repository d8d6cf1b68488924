import { createHash } from "node:crypto";
import { type Element, element } from "./element.js";
import { escapeText, renderHtml } from "./render-html.js";

const sourceOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** What the page may do: run its one script and wear its one style sheet, and load, send or evaluate nothing. */
export function contentPolicy({ script, style }: { readonly script: string; readonly style: string }): string {
  return [
    "default-src 'none'",
    `script-src ${sourceOf(script)}`,
    `style-src ${sourceOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

/** The page up to where its content begins. */
export function pageStart(title: string, assets: { readonly script: string; readonly style: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeText(contentPolicy(assets)).replaceAll("&#39;", "'")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="spendbook">
<title>${escapeText(title)}</title>
<style>${assets.style}</style>
</head>
<body>
${renderHtml(element("a", { class: "skip", href: "#content" }, "Skip to the statement"))}
`;
}

/** The page from where its content ended. */
export function pageEnd(footer: Element, script: string): string {
  return `${renderHtml(footer)}
<script>${script}</script>
</body>
</html>
`;
}
