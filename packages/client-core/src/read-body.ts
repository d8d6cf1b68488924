/**
 * Reads a response body as UTF-8 text, at most `limit` bytes of it after decompression. Throws `RangeError` on a longer
 * body, `SyntaxError` on bytes that are not UTF-8, and whatever the stream throws.
 */
export async function readBody(response: Response, limit: number): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = response.body?.getReader();
  let size = 0;
  let text = "";
  try {
    for (;;) {
      const value = (await reader?.read())?.value;
      size += value?.byteLength ?? 0;
      if (size > limit) throw new RangeError(`the answer is longer than ${limit} bytes`);
      text += decode(decoder, value);
      if (value === undefined) return text;
    }
  } catch (error) {
    await reader?.cancel().catch(() => {});
    throw error;
  }
}

/** Decodes the next bytes, or ends the text where there are none. */
function decode(decoder: TextDecoder, bytes: Uint8Array | undefined): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    throw new SyntaxError("the answer is not UTF-8 text");
  }
}
