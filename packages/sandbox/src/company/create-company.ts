import { dataEnd } from "./calendar.js";
import type { Company } from "./company.js";
import { createFlexpriceAccount } from "./flexprice/create-flexprice-account.js";
import { printMilliseconds } from "./instant.js";
import { createNeevCloudAccount } from "./neevcloud/create-neevcloud-account.js";
import { createPrimeIntellectAccount } from "./prime-intellect/create-prime-intellect-account.js";
import { createRunpodAccount } from "./runpod/create-runpod-account.js";
import { createWaveSpeedAccount } from "./wavespeed/create-wavespeed-account.js";

export interface CompanyOptions {
  /** Another seed gives another company of the same kind. */
  readonly seed?: string;
  /** Adds one record to each of three accounts with a word that the provider does not document; false by default. */
  readonly unknownWords?: boolean;
  /** Adds an account at Runpod, "lab"; false by default. */
  readonly runpod?: boolean;
}

/**
 * Makes Acme Motion Labs, a made-up company that renders films with four AI clouds: August to October 2026, with the
 * days before that give the opening balances, and the first of November. The same options give the same data, always.
 */
export function createCompany({
  seed = "acme",
  unknownWords = false,
  runpod: hasRunpod = false,
}: CompanyOptions = {}): Company {
  const { movements: prime, ...primeIntellect } = createPrimeIntellectAccount(seed);
  const { movements: neev, ...neevcloud } = createNeevCloudAccount(seed, unknownWords);
  const { movements: flex, ...flexprice } = createFlexpriceAccount(seed, unknownWords);
  const { movements: wave, ...wavespeed } = createWaveSpeedAccount(seed, unknownWords);
  const { movements: pod, ...runpod } = hasRunpod
    ? createRunpodAccount(seed)
    : { account: "lab", usage: [], movements: [] };
  return {
    name: "Acme Motion Labs",
    end: printMilliseconds(dataEnd),
    "prime-intellect": primeIntellect,
    neevcloud,
    flexprice,
    wavespeed,
    runpod,
    movements: [...prime, ...neev, ...flex, ...wave, ...pod],
  };
}
