import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createCompany } from "./company/create-company.js";
import { createFaultList } from "./faults/fault-list.js";
import { type ProviderId, providerIds } from "./provider-id.js";
import { createFlexpriceService } from "./providers/flexprice/flexprice-service.js";
import { createNeevCloudService } from "./providers/neevcloud.js";
import { createPrimeIntellectService } from "./providers/prime-intellect.js";
import { createRunpodService } from "./providers/runpod/runpod-service.js";
import { createWaveSpeedService } from "./providers/wavespeed/wavespeed-service.js";
import type { Sandbox, SandboxCredentials, SandboxOptions } from "./sandbox.js";
import { createListener } from "./server/create-listener.js";
import { prefixes } from "./server/prefixes.js";
import type { SandboxRequest } from "./server/request.js";
import { createClock } from "./store/clock.js";
import { createSandboxStore, type SandboxStore } from "./store/sandbox-store.js";

const madeUpKeys: Readonly<Record<ProviderId, string>> = {
  "prime-intellect": "pit_made_up_for_the_sandbox",
  neevcloud: "pat-nc-made-up-for-the-sandbox",
  flexprice: "made-up-flexprice-key-for-the-sandbox",
  wavespeed: "made-up-wavespeed-key-for-the-sandbox",
  runpod: "rpa_made_up_for_the_sandbox",
};

/** Starts the five billing APIs on 127.0.0.1. Close it when done. Rejects where the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const company = options.company ?? createCompany();
  const clock = createClock(options.now ?? company.end);
  const store = createSandboxStore(company, clock);
  const faults = createFaultList(options.faults ?? []);
  const keys = { ...madeUpKeys, ...options.apiKeys };
  const requests: SandboxRequest[] = [];
  const failures: unknown[] = [];
  const closing = new AbortController();

  const listener = createListener({
    services: {
      "prime-intellect": createPrimeIntellectService(store["prime-intellect"], keys["prime-intellect"]),
      neevcloud: createNeevCloudService(store.neevcloud, keys.neevcloud, options.neevcloud ?? {}),
      flexprice: createFlexpriceService(store.flexprice, keys.flexprice, options.flexprice ?? {}),
      wavespeed: createWaveSpeedService(store.wavespeed, keys.wavespeed, options.wavespeed ?? {}),
      runpod: createRunpodService(store.runpod, keys.runpod, clock.now),
    },
    faults,
    onRequest: (request) => {
      requests.push(request);
      return options.onRequest?.(request, store);
    },
    signal: closing.signal,
  });
  const server = createServer((request, response) => {
    listener(request, response).catch((error: unknown) => {
      response.destroy();
      // A wait that `close` ends is no failure; a hook that throws is one, and `close` tells of it.
      if (!closing.signal.aborted) failures.push(error);
    });
  });
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  return {
    urls: eachProvider((id) => `http://127.0.0.1:${port}${prefixes[id]}`),
    credentials: credentialsOf(keys, store),
    company,
    store,
    requests,
    requestCounts: () => eachProvider((id) => requests.filter(({ provider }) => provider === id).length),
    setFault: faults.set,
    clearFaults: faults.clear,
    now: clock.now,
    advance: clock.advance,
    close: async () => {
      closing.abort();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      if (failures.length > 0) throw failures[0];
    },
  };
}

function eachProvider<Value>(of: (id: ProviderId) => Value): Record<ProviderId, Value> {
  return Object.fromEntries(providerIds.map((id) => [id, of(id)])) as Record<ProviderId, Value>;
}

function credentialsOf(keys: Readonly<Record<ProviderId, string>>, store: SandboxStore): SandboxCredentials {
  const { team } = store["prime-intellect"];
  return {
    "prime-intellect": { apiKey: keys["prime-intellect"], teamId: team.teamId ?? "" },
    neevcloud: { apiKey: keys.neevcloud, orgId: store.neevcloud.orgId },
    flexprice: { apiKey: keys.flexprice, walletIds: store.flexprice.wallets.list().map(({ id }) => id) },
    wavespeed: { apiKey: keys.wavespeed },
    runpod: { apiKey: keys.runpod },
  };
}
