import { createHash } from "node:crypto";

/** The account of a chart as beancount takes it: `Assets:Prepaid AI Credits` is `Assets:Prepaid-AI-Credits`. */
export function chartAccount(name: string): string {
  return name
    .split(":")
    .map((part) =>
      /^[A-Za-z0-9]+([ -][A-Za-z0-9]+)*$/.test(part) ? capitalized(part.replaceAll(" ", "-")) : named(part),
    )
    .join(":");
}

/** A wallet's own account below the chart's: `Assets:Prepaid:Neevcloud:Acme:Org--1`. */
export function walletAccount(
  prepaid: string,
  wallet: { readonly provider: string; readonly account: string; readonly wallet: string },
): string {
  return [chartAccount(prepaid), ...[wallet.provider, wallet.account, wallet.wallet].map(component)].join(":");
}

/** Different texts give different components: `_` is `--`, and whatever else is told apart by a hash after `---`. */
function component(text: string): string {
  const isSimple = /^[a-z0-9]+([-_][a-z0-9]+)*$/.test(text) && text.length <= 100;
  return isSimple ? capitalized(text.replaceAll("_", "--")) : named(text);
}

function named(text: string): string {
  const words =
    text
      .match(/[A-Za-z0-9]+/g)
      ?.join("-")
      .slice(0, 40) ?? "";
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return `${capitalized(words === "" ? "X" : words)}---${hash}`;
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
