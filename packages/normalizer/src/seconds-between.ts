import type { Big } from "big.js";
import { exactDecimal } from "./exact-decimal.js";

/** The exact number of seconds from one UTC instant to another, with every fraction digit. */
export function secondsBetween(start: string, end: string): Big {
  return epochSeconds(end).minus(epochSeconds(start));
}

function epochSeconds(instant: string): Big {
  const whole = exactDecimal(Date.parse(`${instant.slice(0, 19)}Z`) / 1000);
  return instant[19] === "." ? whole.plus(`0${instant.slice(19, -1)}`) : whole;
}
