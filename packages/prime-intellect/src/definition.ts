import type { ProviderDefinition } from "@spendbook/client-core";

/** Prime Intellect's address, authentication and error shapes. */
export const definition: ProviderDefinition = {
  provider: "Prime Intellect",
  baseUrl: "https://api.primeintellect.ai",
  authenticate: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
  readError,
};

/** `{errors: [{param, details}]}` as documented; `{detail}`, a text or a list of `{loc, msg}`, as the service also answers. */
function readError(body: unknown) {
  if (typeof body !== "object" || body === null) return null;
  const { errors, detail } = body as { errors?: unknown; detail?: unknown };
  if (typeof detail === "string") return { message: detail };
  const said = [errors, detail].flatMap((list) => (Array.isArray(list) ? list : [])).map(describe);
  return said.length > 0 ? { message: said.join(", ") } : null;
}

function describe(item: { param?: unknown; details?: unknown; loc?: unknown; msg?: unknown } | null): string {
  const place = item?.param ?? (Array.isArray(item?.loc) ? item.loc.join(".") : item?.loc);
  const words = item?.details ?? item?.msg ?? JSON.stringify(item);
  return place === undefined ? `${words}` : `${place}: ${words}`;
}
