/** Why a body could not be read as text. */
export class UnreadableBodyError extends Error {
  override readonly name = "UnreadableBodyError";
  constructor(
    readonly reason: "too_large" | "not_utf8",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * Reads a response body as UTF-8 text, at most `limit` bytes of it after decompression.
 * Throws `UnreadableBodyError` on a longer body or on bytes that are not UTF-8, and whatever the stream throws.
 */
export async function readBody(response: Response, limit: number): Promise<string> {
  if (response.body === null) return "";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = response.body.getReader();
  let size = 0;
  let text = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decode(decoder);
      size += value.byteLength;
      if (size > limit) throw new UnreadableBodyError("too_large", `the answer is longer than ${limit} bytes`);
      text += decode(decoder, value);
    }
  } catch (error) {
    await reader.cancel().catch(() => {});
    throw error;
  }
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch (cause) {
    throw new UnreadableBodyError("not_utf8", "the answer is not UTF-8 text", { cause });
  }
}
