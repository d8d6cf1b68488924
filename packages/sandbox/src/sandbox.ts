import type { Company } from "./company/company.js";
import type { Fault, SetFault } from "./faults/fault.js";
import type { ProviderId } from "./provider-id.js";
import type { FlexpriceOptions } from "./providers/flexprice/flexprice-service.js";
import type { NeevCloudOptions } from "./providers/neevcloud.js";
import type { WaveSpeedOptions } from "./providers/wavespeed/wavespeed-service.js";
import type { SandboxRequest } from "./server/request.js";
import type { SandboxStore } from "./store/sandbox-store.js";

export interface SandboxOptions {
  /** Whose data is served; `createCompany()` by default. */
  readonly company?: Company;
  /** The sandbox's time: what comes later is not listed yet. By default the company's end, when everything is. */
  readonly now?: string;
  /** The port on 127.0.0.1; any free one by default. */
  readonly port?: number;
  /** Keys other than the made-up ones in `credentials`. */
  readonly apiKeys?: Partial<Readonly<Record<ProviderId, string>>>;
  readonly faults?: readonly Fault[];
  /** Told of every request before it is answered, and waited for: the place to change the store between two pages. */
  readonly onRequest?: (request: SandboxRequest, store: SandboxStore) => void | Promise<void>;
  readonly neevcloud?: NeevCloudOptions;
  readonly flexprice?: FlexpriceOptions;
  readonly wavespeed?: WaveSpeedOptions;
}

/** What the company's accounts are asked with. Nothing here is a secret: the keys are made up. */
export interface SandboxCredentials {
  readonly "prime-intellect": { readonly apiKey: string; readonly teamId: string };
  readonly neevcloud: { readonly apiKey: string; readonly orgId: string };
  readonly flexprice: { readonly apiKey: string; readonly walletIds: readonly string[] };
  readonly wavespeed: { readonly apiKey: string };
  readonly runpod: { readonly apiKey: string };
}

/** The five billing APIs, running on loopback. */
export interface Sandbox {
  /** Base URLs, in the form that the clients' `baseUrl` has. */
  readonly urls: Readonly<Record<ProviderId, string>>;
  readonly credentials: SandboxCredentials;
  /** The company as it was given; changes to the store are not in it. */
  readonly company: Company;
  /** What the APIs list, to be changed while they run. */
  readonly store: SandboxStore;
  /** Everything asked so far, in order. */
  readonly requests: readonly SandboxRequest[];
  /** How often each provider was asked. */
  requestCounts(): Readonly<Record<ProviderId, number>>;
  /** Adds a fault behind those that are set. */
  setFault(fault: Fault): SetFault;
  clearFaults(): void;
  /** The sandbox's time, ISO 8601. */
  now(): string;
  /** Lets time pass: records appear, grow and settle. Throws `RangeError` on an earlier instant. */
  advance(to: string): void;
  /** Ends every connection and stops listening. Rejects with what the hook `onRequest` has thrown, if it has. */
  close(): Promise<void>;
}
