/** Orders texts by their code units; instants in one form come out in the order of time. */
export function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
