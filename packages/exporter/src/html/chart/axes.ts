import type { ScaleBand, ScaleLinear } from "d3-scale";
import { type Content, element } from "../element.js";
import { type Frame, place } from "./frame.js";

const ticks = 4;

/** Lines across the drawing with what they stand for; the one at nothing is stronger. */
export function valueAxis(scale: ScaleLinear<number, number>, { left, right, width }: Frame): Content {
  const format = scale.tickFormat(ticks);
  return scale.ticks(ticks).map((tick) => {
    const y = place(scale(tick));
    return element(
      "g",
      { class: "tick" },
      element("line", { class: tick === 0 ? "zero-line" : "grid-line", x1: left, x2: width - right, y1: y, y2: y }),
      element("text", { x: left - 8, y, dy: "0.32em", "text-anchor": "end" }, format(tick)),
    );
  });
}

/** Days of the month under the drawing, as many as there is room for. */
export function dayAxis(scale: ScaleBand<string>, dates: readonly string[], { height, name }: Frame): Content {
  const every = name === "broad" ? 2 : 5;
  return dates.map((date, index) =>
    index % every === 0
      ? element(
          "text",
          {
            x: place((scale(date) ?? 0) + scale.bandwidth() / 2),
            y: height - 6,
            "text-anchor": "middle",
          },
          String(index + 1),
        )
      : null,
  );
}
