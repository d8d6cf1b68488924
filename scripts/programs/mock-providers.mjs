// @ts-check
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";
import { readDocument } from "../generate/read-document.mjs";
import { startPrism } from "./start-prism.mjs";
import { withoutAnyBodies } from "./without-any-bodies.mjs";

/** @typedef {import("../generate/apply-overlay.mjs").JsonObject} JsonObject */
/** @typedef {import("../../packages/client-core/dist/index.js").ClientOptions} ClientOptions */
/** @typedef {{ location: string[], message: string }} Violation What Prism finds against the document. */
/** @typedef {{ method: string, address: string, body: unknown, violations: Violation[] }} Exchange */

/** The repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Has Prism serve each provider's document, with its overlay applied, while the tests of a file run. Gives a function that
 * makes the options of a client: what went over the wire stands in `exchanges` then.
 *
 * @param {string[]} providers
 * @param {(document: JsonObject) => JsonObject} [edit] Changes every document before it is served.
 */
export function mockProviders(providers, edit = (document) => document) {
  /** @type {Map<string, Awaited<ReturnType<typeof startPrism>>>} */
  const prisms = new Map();

  beforeAll(async () => {
    const started = providers.map(async (provider) => {
      const { overlaid } = await readDocument(root, provider);
      prisms.set(provider, await startPrism(withoutAnyBodies(edit(overlaid))));
    });
    await Promise.all(started);
  });
  afterAll(() => Promise.all([...prisms.values()].map(({ stop }) => stop())));

  /**
   * @param {string} provider
   * @param {{ prefer?: string, change?: (headers: Headers) => void }} [wishes] What Prism shall answer, and a change of
   * the request on its way.
   */
  return (provider, { prefer, change } = {}) => {
    const prism = prisms.get(provider);
    if (prism === undefined) throw new Error(`no Prism serves ${provider}`);
    /** @type {Exchange[]} */
    const exchanges = [];
    /** @type {ClientOptions} */
    const options = {
      apiKey: "key_1",
      baseUrl: prism.url,
      retry: { limit: 0 },
      headers: prefer === undefined ? {} : { prefer },
      fetch: async (request) => {
        change?.(request.headers);
        const text = await request.clone().text();
        const response = await fetch(request);
        exchanges.push({
          method: request.method,
          address: request.url.slice(prism.url.length),
          body: text === "" ? null : JSON.parse(text),
          violations: JSON.parse(response.headers.get("sl-violations") ?? "[]"),
        });
        return response;
      },
    };
    return { options, exchanges };
  };
}
