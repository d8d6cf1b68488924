/** The providers, by the names of their packages. */
export const providerIds = ["prime-intellect", "neevcloud", "flexprice", "wavespeed", "runpod"] as const;

export type ProviderId = (typeof providerIds)[number];
