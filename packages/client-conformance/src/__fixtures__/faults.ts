import type { PagedList } from "@spendbook/client-core";
import type { ClientRule } from "../client-rule.js";
import { type AcmeClient, acmeRule, createAcmeClient } from "./acme.js";

/** Clients that each fail one promise, by the name of the fault. */
export const faults: Readonly<Record<string, ClientRule<AcmeClient>>> = {
  none: acmeRule,
  "retries are off": {
    ...acmeRule,
    create: (options) => createAcmeClient({ ...options, retry: { ...options.retry, limit: 0 } }),
  },
  "an empty page ends the list": withList((list) => ({
    ...list,
    async *[Symbol.asyncIterator]() {
      try {
        yield* list;
      } catch (error) {
        if ((error as { code?: string }).code !== "unexpected_empty_page") throw error;
      }
    },
  })),
  "the first row comes twice": withList((list) => ({
    ...list,
    async *[Symbol.asyncIterator]() {
      let isFirst = true;
      for await (const row of list) {
        if (isFirst) yield row;
        isFirst = false;
        yield row;
      }
    },
  })),
  "numbers are rounded": {
    ...acmeRule,
    create: (options) => ({
      ...createAcmeClient(options),
      GET: (async (path: string) => {
        const request = new Request(options.baseUrl + path, { headers: acmeRule.credentials("key") });
        return { data: await (await fetch(request)).json() };
      }) as unknown as AcmeClient["GET"],
    }),
  },
  "the key is in the address": {
    ...acmeRule,
    create: (options) =>
      createAcmeClient({
        ...options,
        fetch: async (request) =>
          (options.fetch ?? fetch)(new Request(`${request.url}?key=${options.apiKey}`, request)),
      }),
  },
  "the signal is not passed on": { ...acmeRule, read: (client) => client.GET("/balance") },
};

type Charges = ReturnType<AcmeClient["charges"]>;

function withList(change: (list: Charges) => Charges): ClientRule<AcmeClient> {
  return {
    ...acmeRule,
    lists: acmeRule.lists.map((rule) => ({
      ...rule,
      list: (client, size, options) => change(rule.list(client, size, options) as PagedList<never, never> as Charges),
    })),
  };
}
