import type { ProviderId } from "../provider-id.js";

/** Where each provider's API lies on the sandbox's one port, each ending as the provider's own server address does. */
export const prefixes: Readonly<Record<ProviderId, string>> = {
  "prime-intellect": "/prime-intellect",
  neevcloud: "/neevcloud/billing",
  flexprice: "/flexprice/v1",
  wavespeed: "/wavespeed",
  runpod: "/runpod",
};
