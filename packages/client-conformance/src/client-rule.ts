import type { CallOptions, ClientErrorCode, ClientOptions, PagedList } from "@spendbook/client-core";

/** Any provider's client; the rule's own functions know which. */
// biome-ignore lint/suspicious/noExplicitAny: a rule is written for one client and read by nobody else.
export type AnyClient = any;

/** What a client asked the server for. */
export interface PageRequest {
  readonly query: URLSearchParams;
  /** The parsed JSON body, null where there is none. */
  readonly body: unknown;
}

/** A page that the server shall write. */
export interface ServedPage {
  /** Null where the provider may write an empty list so. */
  readonly rows: readonly object[] | null;
  /** How many rows the whole list has. */
  readonly total: number;
  /** The place of the first row in the whole list, from 0. */
  readonly from: number;
  /** How many rows the client asked for. */
  readonly size: number;
}

/** How a provider pages one of its lists, said from the server's side. */
export interface ListRule<Client, Row extends object> {
  readonly name: string;
  /** Begins to read the list, `size` rows a page. */
  readonly list: (client: Client, size: number, options?: CallOptions) => PagedList<unknown, Row>;
  /** The row of a number, from 0. */
  readonly row: (number: number) => Row;
  /** What tells rows apart. */
  readonly id: (row: Row) => unknown;
  /** Which rows a request asks for; left out where the provider gives the whole list in one answer. */
  readonly window?: (request: PageRequest) => { readonly from: number; readonly size: number };
  /** The page as the provider writes it. */
  readonly page: (served: ServedPage) => object;
  /** The same page without what says where the list ends. */
  readonly withoutEnd: (page: object) => object;
}

/** An error body that the provider documents, and what the client shall make of it. */
export interface DocumentedError {
  readonly status: number;
  readonly body: unknown;
  readonly code: ClientErrorCode;
  /** The provider's own code in the body, where it has one. */
  readonly providerCode?: string;
  /** What of the body stands in the message. */
  readonly says?: string;
  /** The status the error carries, where that is not the answer's. */
  readonly stated?: number;
}

/** What a provider's client declares of itself, for `testClient`. */
export interface ClientRule<Client> {
  readonly provider: string;
  readonly create: (options: ClientOptions) => Client;
  /** The path that the provider's address has, for example `/v1`. */
  readonly basePath?: string;
  /** The header that carries a key. */
  readonly credentials: (apiKey: string) => Readonly<Record<string, string>>;
  /** A read that needs nothing but the key, such as the balance. */
  readonly read: (client: Client, options?: CallOptions) => Promise<{ readonly data: unknown }>;
  /** The read's method and address after the base path. */
  readonly request: string;
  /** An answer to the read. */
  readonly answer: object;
  /** Where in that answer a JSON number stands. */
  readonly number: readonly (string | number)[];
  readonly errors: readonly DocumentedError[];
  // biome-ignore lint/suspicious/noExplicitAny: each list has rows of its own.
  readonly lists: readonly ListRule<Client, any>[];
}
