import { type Element, element } from "./element.js";

/** Links to the parts of the page, the lines after those given. */
export function contents(sections: readonly Element[]): Element {
  const parts = sections.map((section) => [String(section.attributes.id), titleOf(section)] as const);
  return element(
    "nav",
    { class: "contents", "aria-label": "Contents" },
    element(
      "ul",
      {},
      [...parts, ["lines", "Lines"] as const].map(([id, title]) =>
        element("li", {}, element("a", { href: `#${id}` }, title)),
      ),
    ),
  );
}

function titleOf({ children }: Element): string {
  const [heading] = children;
  const [title] = typeof heading === "object" ? heading.children : [];
  return typeof title === "string" ? title : "";
}
