/** Whether a decimal text is nought or not known. */
export function isNothing(amount: string | null): boolean {
  return amount === null || /^-?[0.]+$/.test(amount);
}
