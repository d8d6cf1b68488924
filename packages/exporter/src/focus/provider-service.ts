import type { ProviderId } from "@spendbook/normalizer";

/** What FOCUS is told of a provider. */
export interface ProviderService {
  /** The name it trades under; also the service's where a row names none. */
  readonly name: string;
  /** One of FOCUS' subcategories of "AI and Machine Learning". */
  readonly subcategory: "AI Platforms" | "Generative AI" | "Other (AI and Machine Learning)";
}

export const providerServices: Readonly<Record<ProviderId, ProviderService>> = {
  "prime-intellect": { name: "Prime Intellect", subcategory: "AI Platforms" },
  neevcloud: { name: "NeevCloud", subcategory: "AI Platforms" },
  // It keeps the wallets of other sellers, whose names it does not state.
  flexprice: { name: "Flexprice", subcategory: "Other (AI and Machine Learning)" },
  wavespeed: { name: "WaveSpeedAI", subcategory: "Generative AI" },
  runpod: { name: "Runpod", subcategory: "AI Platforms" },
};
