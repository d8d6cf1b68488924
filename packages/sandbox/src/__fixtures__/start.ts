import { onTestFinished } from "vitest";
import { createCompany } from "../company/create-company.js";
import type { ProviderId } from "../provider-id.js";
import type { Sandbox, SandboxOptions } from "../sandbox.js";
import { startSandbox } from "../start-sandbox.js";

/** One company for all tests of a file: it does not change, and making it takes a while. */
export const company = createCompany();

/** Starts a sandbox that ends with the running test. */
export async function start(options?: SandboxOptions): Promise<Sandbox> {
  const sandbox = await startSandbox({ company, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** Asks a provider with its right key, unless other headers are given; a body makes it a POST. */
export function ask(
  { urls, credentials }: Pick<Sandbox, "urls" | "credentials">,
  provider: ProviderId,
  path: string,
  init: { readonly body?: unknown; readonly headers?: Record<string, string>; readonly method?: string } = {},
): Promise<Response> {
  const { apiKey } = credentials[provider];
  const own: Record<string, string> =
    provider === "flexprice" ? { "x-api-key": apiKey } : { authorization: `Bearer ${apiKey}` };
  const { body, headers = own, method = body === undefined ? "GET" : "POST" } = init;
  return fetch(`${urls[provider]}${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
}

/** The JSON of an answer that must be a 200. */
export async function read<Body = Record<string, unknown>>(...call: Parameters<typeof ask>): Promise<Body> {
  const response = await ask(...call);
  if (response.status !== 200) throw new Error(`${call[2]} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Body;
}
