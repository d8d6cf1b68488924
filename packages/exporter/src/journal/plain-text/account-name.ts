import { createHash } from "node:crypto";
import { cutText } from "../cut-text.js";
import { escapeText, percentCodes } from "../escape-text.js";
import type { WalletKey } from "../movement.js";

/** What may stand in a component of an account's name, and what it may begin with. */
const safe = /[\p{L}\p{N}\p{M} ._/+&'-]/u;
const safeAtFirst = /^[\p{L}\p{N}%]/u;

/** The account of a chart, its components divided by colons. */
export function chartAccount(name: string): string {
  return name.split(":").map(component).join(":");
}

/** A wallet's own account below the chart's: `Assets:Prepaid:neevcloud:acme:org_1`. */
export function walletAccount(prepaid: string, { provider, account, wallet }: Omit<WalletKey, "currency">): string {
  return [chartAccount(prepaid), ...[provider, account, wallet].map(component)].join(":");
}

const longest = 100;

/** Different texts give different components: what is cut is told apart by a hash, after a `~` that stands nowhere else. */
function component(text: string): string {
  if (text === "") return "-";
  const escaped = escapeText(text, safe).replace(/^ | $| (?= )/g, percentCodes);
  const [lead = ""] = escaped;
  const whole = safeAtFirst.test(escaped) ? escaped : percentCodes(lead) + escaped.slice(lead.length);
  if (whole.length <= longest) return whole;
  return `${cutText(whole, 60)}~${createHash("sha256").update(text).digest("hex").slice(0, 12)}`;
}
