// Decoding whole is three times as fast as decoding a stream, and its text half as large.
const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads a response body as UTF-8 text, at most `limit` bytes of it after decompression. Throws `RangeError` on a longer
 * body, `SyntaxError` on bytes that are not UTF-8, and whatever the stream throws.
 */
export async function readBody(response: Response, limit: number): Promise<string> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (let value = (await reader?.read())?.value; value !== undefined; value = (await reader?.read())?.value) {
      size += value.byteLength;
      if (size > limit) throw new RangeError(`the answer is longer than ${limit} bytes`);
      chunks.push(value);
    }
  } catch (error) {
    await reader?.cancel().catch(() => {});
    throw error;
  }
  return decode(join(chunks, size));
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [first, ...rest] = chunks;
  if (first !== undefined && rest.length === 0) return first;
  const whole = new Uint8Array(size);
  let end = 0;
  for (const chunk of chunks) {
    whole.set(chunk, end);
    end += chunk.byteLength;
  }
  return whole;
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new SyntaxError("the answer is not UTF-8 text");
  }
}
