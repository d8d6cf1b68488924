import { expect, test } from "vitest";
import type { ClientRule } from "./client-rule.js";
import { type Reply, reply, serveClient } from "./serve-client.js";

/** Numbers keep the digits that were printed, or the call fails and says where. */
export function testExactness<Client>(rule: ClientRule<Client>): void {
  test.each(["0.1", "-15.5", "12.3400", "9007199254740991", "-9007199254740991"])(
    "the number %s keeps its value",
    async (digits) => {
      const { read } = await serveClient(rule, [reply(200, printed(rule, digits))]);
      expect(String(valueAt((await read()).data, rule.number))).toBe(String(Number(digits)));
    },
  );

  test.each(["9007199254740993", "-9007199254740993", "0.12345678901234567890", "1e400"])(
    "the number %s, which a double would change, is refused with its place, and not asked for again",
    async (digits) => {
      const { read, requests } = await serveClient(rule, [reply(200, printed(rule, digits))]);
      const parts = rule.number.map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`));
      await expect(read()).rejects.toMatchObject({ code: "inexact_number", path: `$${parts.join("")}` });
      expect(requests).toHaveLength(1);
    },
  );

  test("an answer that is too long, not UTF-8 or not JSON is an error of its kind", async () => {
    const long = await serveClient(rule, [reply(200, rule.answer)], { maxBodySize: 3 });
    await expect(long.read()).rejects.toMatchObject({ code: "body_too_large" });
    const latin: Reply = (response) => response.writeHead(200).end(Buffer.from('{"a":"\xe9"}', "latin1"));
    for (const malformed of [latin, reply(200, "<html>Bad gateway</html>"), reply(200, "")]) {
      const { read } = await serveClient(rule, [malformed], { retry: { limit: 0 } });
      await expect(read()).rejects.toMatchObject({ code: "malformed_body" });
    }
  });
}

/** The answer as JSON, with other digits at the number's place. */
function printed<Client>({ answer, number }: ClientRule<Client>, digits: string): string {
  const copy = structuredClone(answer);
  const parent = valueAt(copy, number.slice(0, -1)) as Record<string | number, unknown>;
  parent[number.at(-1) ?? ""] = "@digits@";
  return JSON.stringify(copy).replace('"@digits@"', digits);
}

function valueAt(body: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, part) => (value as Record<string | number, unknown>)[part], body);
}
