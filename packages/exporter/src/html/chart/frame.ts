/** The room that a chart is drawn in, in units of the text around it: one drawing for screens and paper, one for phones. */
export interface Frame {
  readonly name: "broad" | "half" | "narrow";
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const narrow: Frame = { name: "narrow", width: 324, height: 210, left: 48, right: 4, top: 12, bottom: 26 };

/** For a chart as wide as the page. */
export const pageFrames: readonly Frame[] = [
  { name: "broad", width: 990, height: 270, left: 56, right: 4, top: 12, bottom: 26 },
  narrow,
];

/** For two charts beside one another. */
export const halfFrames: readonly Frame[] = [
  { name: "half", width: 480, height: 210, left: 56, right: 4, top: 12, bottom: 26 },
  narrow,
];

/** A place in a drawing, to a hundredth of a unit, so that the same figures give the same bytes everywhere. */
export function place(value: number): number {
  return Math.round(value * 100) / 100;
}
