/** Replaces every occurrence of the key, raw or percent-encoded, in a text that will be shown or kept. */
export function redact(text: string, apiKey: string): string {
  if (apiKey === "") return text;
  return text.replaceAll(apiKey, "[redacted]").replaceAll(encodeURIComponent(apiKey), "[redacted]");
}

/** As `redact`, for a parsed body: its texts are read as they are meant, however the JSON escaped them. */
export function redactBody(body: unknown, apiKey: string): unknown {
  if (typeof body === "string") return redact(body, apiKey);
  if (Array.isArray(body)) return body.map((item) => redactBody(item, apiKey));
  if (typeof body !== "object" || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [redact(name, apiKey), redactBody(value, apiKey)]),
  );
}
