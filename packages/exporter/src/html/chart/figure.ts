import { type Content, type Element, element } from "../element.js";
import type { Frame } from "./frame.js";

export interface Figure {
  readonly id: string;
  readonly title: string;
  /** What the drawing shows, in a sentence, for those who do not see it. */
  readonly description: string;
  readonly legend?: Content;
  readonly frames: readonly Frame[];
  readonly draw: (frame: Frame) => Content;
  /** The same figures as a table. */
  readonly table: Element;
}

/** A drawing for screens and paper and one for phones, with a title, a description and its figures as a table. */
export function figure({ id, title, description, legend = null, frames, draw, table }: Figure): Element {
  return element(
    "figure",
    { "aria-labelledby": `${id}-caption` },
    element("figcaption", { id: `${id}-caption` }, element("h3", {}, title), legend),
    frames.map((frame) => {
      const name = `${id}-${frame.name}`;
      return element(
        "svg",
        {
          class: `chart ${frame.name}`,
          viewBox: `0 0 ${frame.width} ${frame.height}`,
          role: "img",
          "aria-labelledby": `${name}-title`,
          "aria-describedby": `${name}-description`,
        },
        element("title", { id: `${name}-title` }, title),
        element("desc", { id: `${name}-description` }, description),
        draw(frame),
      );
    }),
    element("details", { class: "figures-as-table" }, element("summary", {}, `${title}: as a table`), table),
  );
}
