/** Divides whole digits from the right in threes: `1234567` becomes `1`, `234`, `567`. */
export function groupDigits(digits: string): readonly string[] {
  const first = digits.length % 3;
  const groups = first === 0 ? [] : [digits.slice(0, first)];
  for (let index = first; index < digits.length; index += 3) groups.push(digits.slice(index, index + 3));
  return groups;
}

/** A count as people write it: `1,397`. */
export function countText(count: number): string {
  return groupDigits(String(count)).join(",");
}

/** A count with its noun: `1 line`, `1,397 lines`. */
export function counted(count: number, noun: string): string {
  return `${countText(count)} ${noun}${count === 1 ? "" : "s"}`;
}
