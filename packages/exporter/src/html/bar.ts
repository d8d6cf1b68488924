import { scaleLinear } from "d3-scale";
import { place } from "./chart/frame.js";
import { type Element, element } from "./element.js";

/** A bar beside a figure, as long as its share of the largest; what is below nothing has none. */
export function barView(value: string, largest: number): Element {
  const length = scaleLinear([0, largest || 1], [0, 100]).clamp(true);
  return element(
    "svg",
    { class: "bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" },
    element("rect", { class: "track", width: 100, height: 10 }),
    element("rect", { class: "length", width: place(length(Number(value))), height: 10 }),
  );
}
