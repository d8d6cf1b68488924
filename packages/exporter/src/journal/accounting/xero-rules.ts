/**
 * What both of Xero's imports ask for. Where nothing was bought there is no tax, and Xero still demands a rate: `Tax
 * Exempt` is the name that Xero gives it in its global and American editions. Elsewhere it is `No VAT` (United Kingdom),
 * `No GST` (New Zealand), `BAS Excluded` (Australia), `No Tax` (Singapore).
 */
export interface XeroOptions {
  /** The name of the rate for lines without tax. Default `Tax Exempt`. */
  readonly taxFree?: string;
}

export const defaultTaxFree = "Tax Exempt";

/** dd/mm/yyyy. */
export function xeroDate(date: string): string {
  return date.split("-").reverse().join("/");
}

/** Xero matches a tracking category by its name. */
export function tracking(costCentre: string): { TrackingName1: string; TrackingOption1: string } {
  return { TrackingName1: costCentre === "" ? "" : "Cost centre", TrackingOption1: costCentre };
}
