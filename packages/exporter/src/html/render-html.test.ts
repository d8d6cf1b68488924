import fc from "fast-check";
import { expect, test } from "vitest";
import { element } from "./element.js";
import { escapeText, renderHtml } from "./render-html.js";
import { visibleText } from "./visible-text.js";

test("elements become tags, and texts in them and in their attributes are escaped", () => {
  const view = element("p", { title: `"'><script>` }, "a < b & c", element("br"), null, [element("b", {}, "d")]);
  expect(renderHtml(view)).toBe('<p title="&quot;&#39;&gt;&lt;script&gt;">a &lt; b &amp; c<br><b>d</b></p>');
});

test("no text can open a tag, close one, or end an attribute, and each can be read back", () => {
  const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const escaped = escapeText(text);
      expect(escaped).not.toMatch(/[<>"']/);
      const read = escaped.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? "");
      expect(read).toBe(visibleText(text));
    }),
  );
});

test("what would style, run or load does not compile as an attribute", () => {
  // @ts-expect-error a style is refused by the page's content policy
  element("p", { style: "color: red" });
  // @ts-expect-error a handler would run
  element("p", { onclick: "run()" });
  // @ts-expect-error a source would load
  element("img", { src: "https://example.com/x.png" });
  // @ts-expect-error links lead to parts of the page alone
  element("a", { href: "https://example.com" });
  expect(renderHtml(element("a", { href: "#lines" }, "Lines"))).toBe('<a href="#lines">Lines</a>');
});
