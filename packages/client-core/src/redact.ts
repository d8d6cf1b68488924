/** Replaces every occurrence of the key, raw or percent-encoded, in a text that will be shown or kept. */
export function redact(text: string, apiKey: string): string {
  if (apiKey === "") return text;
  return text.replaceAll(apiKey, "[redacted]").replaceAll(encodeURIComponent(apiKey), "[redacted]");
}
