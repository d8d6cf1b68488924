/** What an element may carry: nothing that styles, runs or loads. A `href` leads to a part of the page. */
export type Attributes = Readonly<
  Partial<Record<AttributeName, string | number>> & {
    readonly href?: `#${string}`;
    readonly hidden?: "";
    readonly open?: "";
  }
>;

type AttributeName =
  | `aria-${"label" | "labelledby" | "describedby" | "hidden" | "live" | "sort" | "controls" | "atomic"}`
  | "class"
  | "colspan"
  | "data-label"
  | "datetime"
  | "for"
  | "id"
  | "lang"
  | "maxlength"
  | "role"
  | "scope"
  | "tabindex"
  | "title"
  | "type"
  | SvgAttributeName;

type SvgAttributeName =
  | ("cx" | "cy" | "d" | "dy" | "focusable" | "height" | "points" | "preserveAspectRatio" | "r" | "rx")
  | ("text-anchor" | "transform" | "viewBox" | "width" | "x" | "x1" | "x2" | "y" | "y1" | "y2");

/** A part of the page as plain data: made into HTML text when the report is written, into nodes in the browser. */
export interface Element {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly (Element | string)[];
}

/** What may stand in an element; null stands for nothing. */
export type Content = Element | string | null | readonly Content[];

/** Makes an element; texts in it are data and never markup. */
export function element(tag: string, attributes: Attributes = {}, ...content: readonly Content[]): Element {
  return { tag, attributes, children: flat(content) };
}

function flat(content: Content): (Element | string)[] {
  if (content === null) return [];
  if (typeof content === "string" || "tag" in content) return [content];
  return content.flatMap(flat);
}
