/** The decimal places that the number format of amounts shows. */
export const shownPlaces = 15;

/**
 * Whether a number cell holds a decimal text to the last digit and shows it: Excel keeps 15 significant digits, which a
 * double always gives back.
 */
export function isHeldByNumber(text: string): boolean {
  if (text.length <= 15) return true;
  const [, whole = "", places = ""] = /^-?0*(\d*)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
  const digits = (places === "" ? whole.replace(/0+$/, "") : whole + places).replace(/^0+/, "");
  return digits.length <= 15 && places.length <= shownPlaces;
}
