import { ClientError } from "./client-error.js";
import type { ClientOptions } from "./client-options.js";

/**
 * Reads the key at the moment of a call. Throws `ClientError` `missing_api_key` where it is empty
 * or could not stand in an HTTP header; the message never repeats it.
 */
export async function readApiKey(provider: string, apiKey: ClientOptions["apiKey"]): Promise<string> {
  const key = (typeof apiKey === "function" ? await apiKey() : apiKey)?.trim();
  if (key && /^[\x21-\x7e]+$/.test(key)) return key;
  const problem = key
    ? "holds a space, a control or a non-ASCII character; copy the key again"
    : "is empty; give a key";
  throw new ClientError({ provider, code: "missing_api_key", message: `the option apiKey ${problem}` });
}
