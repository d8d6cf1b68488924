import {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  listPages,
  type PagedList,
  type ProviderDefinition,
} from "@spendbook/client-core";
import type { ClientRule, ServedPage } from "../client-rule.js";

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
  "/refunds": { get: { parameters: object; responses: { 200: { content: { "application/json": Charges } } } } };
}

export interface AcmeClient extends Client<Paths> {
  charges(limit: number, options?: CallOptions): PagedList<Charges, Charge>;
  /** Comes in one answer. */
  refunds(options?: CallOptions): PagedList<Charges, Charge>;
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
  const list = {
    provider: definition.provider,
    rows: (page: Charges) => page.charges,
    end: ({ total }: Charges) => ({ total }),
  };
  const charges = (limit: number, callOptions?: CallOptions) =>
    listPages<{ offset: number; limit: number }, Charges, Charge>(
      {
        ...list,
        fetch: async (query) => (await client.GET("/charges", { ...callOptions, params: { query } })).data,
        next: (_, read) => ({ offset: read, limit }),
      },
      { offset: 0, limit },
    );
  const refunds = (callOptions?: CallOptions) =>
    listPages<null, Charges, Charge>(
      { ...list, fetch: async () => (await client.GET("/refunds", callOptions)).data },
      null,
    );
  return { ...client, charges, refunds };
}

const rows = {
  row: (number: number) => ({ id: `charge_${number}` }),
  id: (row: Charge) => row.id,
  page: ({ rows, total }: ServedPage) => ({ charges: rows, total }),
  withoutEnd: (page: object) => ({ ...page, total: undefined }),
};

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
      window: ({ query }) => ({ from: Number(query.get("offset")), size: Number(query.get("limit")) }),
      ...rows,
    },
    { name: "refunds", list: (client, _, options) => client.refunds(options), ...rows },
  ],
};
