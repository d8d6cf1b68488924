import {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  listPages,
  type PagedList,
  type ProviderDefinition,
} from "@spendbook/client-core";
import type { ClientRule } from "../client-rule.js";

interface Charge {
  readonly id: string;
}
interface Charges {
  readonly charges: readonly Charge[] | null;
  readonly total: number;
}
interface Paths {
  "/balance": {
    get: { parameters: object; responses: { 200: { content: { "application/json": { balance: number } } } } };
  };
  "/charges": {
    get: {
      parameters: { query: { offset: number; limit: number } };
      responses: { 200: { content: { "application/json": Charges } } };
    };
  };
}

export interface AcmeClient extends Client<Paths> {
  charges(limit: number, options?: CallOptions): PagedList<Charges, Charge>;
}

export const acmeDefinition: ProviderDefinition = {
  provider: "Acme",
  baseUrl: "https://api.acme.example",
  authenticate: (apiKey) => ({ "x-acme-key": apiKey }),
  readError: (body) => {
    const message = (body as { message?: unknown } | null)?.message;
    return typeof message === "string" ? { message } : null;
  },
};

/** A client of a provider there is not. */
export function createAcmeClient(options: ClientOptions, definition = acmeDefinition): AcmeClient {
  const client = createClient<Paths>(definition, options);
  const charges = (limit: number, callOptions?: CallOptions) =>
    listPages<{ offset: number; limit: number }, Charges, Charge>(
      {
        provider: definition.provider,
        fetch: async (query) => (await client.GET("/charges", { ...callOptions, params: { query } })).data,
        rows: (page) => page.charges,
        end: ({ total }) => ({ total }),
        next: (_, read) => ({ offset: read, limit }),
      },
      { offset: 0, limit },
    );
  return { ...client, charges };
}

export const acmeRule: ClientRule<AcmeClient> = {
  provider: "Acme",
  create: (options) => createAcmeClient(options),
  credentials: (apiKey) => ({ "x-acme-key": apiKey }),
  read: (client, options) => client.GET("/balance", options),
  request: "GET /balance",
  answer: { balance: 1.5 },
  number: ["balance"],
  errors: [{ status: 400, body: { message: "no such account" }, code: "invalid_request", says: "no such account" }],
  lists: [
    {
      name: "charges",
      list: (client, size, options) => client.charges(size, options),
      row: (number) => ({ id: `charge_${number}` }),
      id: (row) => row.id,
      window: ({ query }) => ({ from: Number(query.get("offset")), size: Number(query.get("limit")) }),
      page: ({ rows, total }) => ({ charges: rows, total }),
      withoutEnd: (page) => ({ ...page, total: undefined }),
    },
  ],
};
