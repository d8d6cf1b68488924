/** The room that a chart is drawn in, in units of the text around it: one drawing for pages, one for phones. */
export interface Frame {
  readonly name: "broad" | "narrow";
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const frames: readonly Frame[] = [
  { name: "broad", width: 960, height: 260, left: 68, right: 8, top: 14, bottom: 26 },
  { name: "narrow", width: 358, height: 220, left: 52, right: 4, top: 14, bottom: 26 },
];

/** A place in a drawing, to a hundredth of a unit, so that the same figures give the same bytes everywhere. */
export function place(value: number): number {
  return Math.round(value * 100) / 100;
}
