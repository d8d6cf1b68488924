import { createFinalURL, createQuerySerializer, defaultPathSerializer, mergeHeaders } from "openapi-fetch";
import type {
  FilterKeys,
  HttpMethod,
  IsOperationRequestBodyOptional,
  OperationRequestBodyContent,
  PathsWithMethod,
  RequiredKeysOf,
  ResponseObjectMap,
  SuccessResponse,
} from "openapi-typescript-helpers";
import { checkBaseUrl } from "./base-url.js";
import type { CallOptions, ClientOptions } from "./client-options.js";
import type { ProviderDefinition } from "./provider-definition.js";
import { createTransport } from "./transport.js";

// openapi-fetch has types for these two; to import them costs a reader's compiler half a second.
type Params<Operation> = Operation extends { parameters: infer Parameters }
  ? RequiredKeysOf<Parameters> extends never
    ? { params?: Parameters }
    : { params: Parameters }
  : { params?: never };

type Body<Operation> = [OperationRequestBodyContent<Operation>] extends [never]
  ? { body?: never }
  : IsOperationRequestBodyOptional<Operation> extends true
    ? { body?: OperationRequestBodyContent<Operation> }
    : { body: OperationRequestBodyContent<Operation> };

type CallInit<Operation> = Params<Operation> & Body<Operation> & CallOptions;

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

interface UntypedInit extends CallOptions {
  readonly params?: {
    readonly path?: Record<string, unknown>;
    readonly query?: Record<string, unknown>;
    readonly header?: Record<string, string>;
  };
  readonly body?: unknown;
}

// Of openapi-fetch only what writes addresses and headers: its own client would bring middleware and a reading of answers
// that the transport replaces, a fifth of what is shipped.
const address = { querySerializer: createQuerySerializer(), pathSerializer: defaultPathSerializer };

/** Errors may come in the problem format (RFC 9457). */
const media = "application/json, application/problem+json";

/**
 * Makes the client of one provider: openapi-fetch writes the request as the document says, the transport sends it.
 * Nothing is sent and the key is not read until a call. Throws `ClientError` `invalid_base_url`.
 */
export function createClient<Paths extends object>(
  definition: ProviderDefinition,
  options: ClientOptions,
): Client<Paths> {
  const transport = createTransport(definition, options);
  const baseUrl = checkBaseUrl(options.baseUrl ?? definition.baseUrl, definition.provider);

  const call =
    (method: string) =>
    async (path: string, init: UntypedInit = {}) => {
      const { params = {}, body, headers } = init;
      const json = { accept: media, ...(body !== undefined && { "content-type": "application/json" }) };
      const request = {
        url: createFinalURL(path, { baseUrl, params, ...address }),
        method,
        headers: mergeHeaders(json, options.headers, headers, params.header),
        // A redirect could carry the key to another host.
        redirect: "manual" as const,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      };
      return transport(request, path, init);
    };

  return { GET: call("GET"), POST: call("POST") } as unknown as Client<Paths>;
}
