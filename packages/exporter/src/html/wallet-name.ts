import { type Element, element } from "./element.js";

interface Named {
  readonly provider: string;
  readonly account: string;
}

/** A provider's account as one text. */
export function accountText({ provider, account }: Named): string {
  return `${provider} · ${account}`;
}

export function accountView(named: Named): Element {
  return element("bdi", {}, accountText(named));
}

/** A wallet with its provider and account, each apart from what is beside it in the direction of its script. */
export function walletView({ wallet, ...named }: Named & { readonly wallet: string }): Element {
  return element(
    "span",
    { class: "wallet-name" },
    accountView(named),
    " ",
    element("bdi", { class: "identifier" }, wallet),
  );
}
