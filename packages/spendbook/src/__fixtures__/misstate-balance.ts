import type { Sandbox } from "@spendbook/sandbox";

/** From here on NeevCloud states a balance that is so many micro-dollars above what its records sum to. */
export function misstateBalance(sandbox: Sandbox, microDollars: number): void {
  const more = (figure = 0) => figure + microDollars;
  sandbox.setFault({
    provider: "neevcloud",
    kind: "rewrite",
    when: ({ path }) => path.endsWith("/wallets"),
    rewrite: (body) => {
      const { balance_micro_dollars: all, payment_balance_micro_dollars: paid } = body as Record<string, number>;
      return { ...(body as object), balance_micro_dollars: more(all), payment_balance_micro_dollars: more(paid) };
    },
  });
}
