import { inspect } from "node:util";
import { expect, test } from "vitest";
import type { ClientRule } from "./client-rule.js";
import { apiKey, cutOff, errorOf, type Reply, reply, serveClient } from "./serve-client.js";

const escaped = [...apiKey].map((each) => `\\u00${each.charCodeAt(0).toString(16)}`).join("");

/** Answers of a provider that repeats the key it was sent. */
const leaks: readonly [what: string, reply: Reply][] = [
  ["in every part of an error body", reply(401, { [apiKey]: 1, error: apiKey, message: apiKey, detail: apiKey })],
  ["escaped in an error body", reply(403, `{"message":"${escaped}","error":{"message":"${escaped}"}}`)],
  ["in a page of HTML", reply(500, `<html>${apiKey}</html>`)],
  ["in its request id", reply(400, undefined, { "x-request-id": `req ${apiKey}` })],
  ["in an answer that is not JSON", reply(200, `{"a": ${apiKey}}`)],
  ["in an answer that is cut off", cutOff],
];

/** The key stands in nothing that a log could keep. */
export function testSecrets<Client>(rule: ClientRule<Client>): void {
  const once = { retry: { limit: 0 } };

  test.each(leaks)("the key is in no error and no event where the provider repeats it %s", async (_, leak) => {
    const { read, events } = await serveClient(rule, [leak], once);
    const error = await errorOf(read());
    expect(inspect([error, events], { depth: null, showHidden: true })).not.toContain(apiKey);
    expect(events).toHaveLength(1);
  });

  test("the key is in no error where a fetch of one's own repeats it", async () => {
    const fetch = async () => {
      throw new TypeError("fetch failed", {
        cause: new Error(`bad header ${JSON.stringify(rule.credentials(apiKey))}`),
      });
    };
    const { read } = await serveClient(rule, [], { ...once, fetch });
    const error = await errorOf(read());
    expect(error).toMatchObject({ code: "connection_failed", message: expect.stringContaining("[redacted]") });
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain(apiKey);
  });

  test("a key that cannot stand in a header is refused without being repeated", async () => {
    const { client, requests } = await serveClient(rule, [], { apiKey: `${apiKey}\n${apiKey}` });
    const error = await errorOf(rule.read(client));
    expect(error).toMatchObject({ code: "missing_api_key" });
    expect(inspect(error, { depth: null })).not.toContain(apiKey);
    expect(requests).toEqual([]);
  });

  test("an observer that fails changes nothing", async () => {
    const onAttempt = () => {
      throw new Error("the log is full");
    };
    const { read } = await serveClient(rule, [reply(503), reply(200, rule.answer)], { onAttempt });
    expect((await read()).data).toEqual(rule.answer);
  });
}
