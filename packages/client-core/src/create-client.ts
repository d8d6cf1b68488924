import createFetchClient, { type ParamsOption, type RequestBodyOption } from "openapi-fetch";
import type {
  FilterKeys,
  HttpMethod,
  PathsWithMethod,
  RequiredKeysOf,
  ResponseObjectMap,
  SuccessResponse,
} from "openapi-typescript-helpers";
import type { ExactResponse } from "./attempt.js";
import { checkBaseUrl } from "./base-url.js";
import type { ClientOptions } from "./client-options.js";
import type { ProviderDefinition } from "./provider-definition.js";
import { createTransport } from "./transport.js";

/** What a call takes beside the operation's own parameters and body. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
}

type CallInit<Operation> = ParamsOption<Operation> & RequestBodyOption<Operation> & CallOptions;

type Success<Operation> = Operation extends { responses: Record<string | number, unknown> }
  ? SuccessResponse<ResponseObjectMap<Operation>>
  : never;

/** A successful answer; whatever fails throws `ClientError` instead. */
export interface CallResult<Data> {
  readonly data: Data;
  /** Status and headers; its body has been read. */
  readonly response: Response;
}

type ClientMethod<Paths extends object, Method extends HttpMethod> = <Path extends PathsWithMethod<Paths, Method>>(
  path: Path,
  ...init: RequiredKeysOf<CallInit<FilterKeys<Paths[Path], Method>>> extends never
    ? [init?: CallInit<FilterKeys<Paths[Path], Method>>]
    : [init: CallInit<FilterKeys<Paths[Path], Method>>]
) => Promise<CallResult<Success<FilterKeys<Paths[Path], Method>>>>;

/** The typed surface of an API, with the document's own paths, parameters and answers. */
export interface Client<Paths extends object> {
  /** Calls a GET operation. Throws `ClientError`. */
  readonly GET: ClientMethod<Paths, "get">;
  /** Calls a POST operation. Throws `ClientError`. */
  readonly POST: ClientMethod<Paths, "post">;
}

type UntypedCall = (path: string, init: object) => Promise<unknown>;

/**
 * Makes the client of one provider: openapi-fetch builds the request, the transport sends it.
 * Nothing is sent and the key is not read until a call. Throws `ClientError` `invalid_base_url`.
 */
export function createClient<Paths extends object>(
  definition: ProviderDefinition,
  options: ClientOptions,
): Client<Paths> {
  const transport = createTransport(definition, options);
  const client = createFetchClient<Paths>({
    baseUrl: checkBaseUrl(options.baseUrl ?? definition.baseUrl, definition.provider),
    headers: { accept: "application/json", ...options.headers },
    // A redirect could carry the key to another host.
    redirect: "manual",
  });

  const call = (send: UntypedCall) => async (path: string, init?: CallOptions) => {
    let exact: ExactResponse | undefined;
    // Every Request listens on its signal until it is collected as garbage; the caller's signal may outlive thousands.
    const own = new AbortController();
    const abort = () => own.abort(init?.signal?.reason);
    if (init?.signal?.aborted) abort();
    init?.signal?.addEventListener("abort", abort, { once: true });
    const fetch = async (request: Request) => {
      exact = await transport(request, path);
      return exact.response;
    };
    try {
      await send(path, { ...init, signal: own.signal, fetch, parseAs: "stream" });
    } finally {
      init?.signal?.removeEventListener("abort", abort);
    }
    return exact;
  };

  return {
    GET: call(client.GET as UntypedCall),
    POST: call(client.POST as UntypedCall),
  } as unknown as Client<Paths>;
}
