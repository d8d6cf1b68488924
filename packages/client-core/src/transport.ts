import { readApiKey } from "./api-key.js";
import { attempt, type ExactResponse } from "./attempt.js";
import type { Call, CallRequest } from "./call.js";
import { ClientError } from "./client-error.js";
import type { CallOptions, ClientOptions } from "./client-options.js";
import { startDeadline } from "./deadline.js";
import { readRequestId } from "./http-error.js";
import type { ProviderDefinition } from "./provider-definition.js";
import { redact } from "./redact.js";
import { defaultRetry, retryDelay } from "./retry-policy.js";
import { sleep } from "./sleep.js";

/**
 * Makes the pipeline of a call: key, deadlines, attempts, retries. What it returns throws only `ClientError`,
 * and repeats a request only where that is a read.
 */
export function createTransport(definition: ProviderDefinition, options: ClientOptions) {
  const { fetch } = options;
  const settings = {
    timeout: 30_000,
    totalTimeout: 120_000,
    maxBodySize: 16 * 1024 * 1024,
    now: Date.now,
    sleep,
    random: Math.random,
    ...options,
    send: (url: string, init: RequestInit) => (fetch ? fetch(new Request(url, init)) : globalThis.fetch(url, init)),
    retry: { ...defaultRetry, ...options.retry },
  };

  return async function transport(request: CallRequest, path: string, own: CallOptions = {}): Promise<ExactResponse> {
    const { timeout = settings.timeout, totalTimeout = settings.totalTimeout, signal } = own;
    const retry = { ...settings.retry, ...own.retry };
    const apiKey = await readApiKey(definition.provider, options.apiKey);
    for (const [name, value] of Object.entries(definition.authenticate(apiKey))) request.headers.set(name, value);
    const isRead = request.method === "GET" || (definition.readingPosts?.includes(path) ?? false);
    const call = { definition, request, signal, path, apiKey };
    const total = startDeadline(totalTimeout, signal);
    try {
      for (let number = 1; ; number += 1) {
        const started = settings.now();
        const outcome = await attempt(call, { ...settings, timeout }, total).catch((error: ClientError) => error);
        const failed = outcome instanceof ClientError;
        const delay = failed && isRead ? retryDelay(outcome, number, retry, settings.random) : null;
        // A wait that the whole call's time does not hold would only delay the error.
        const retryIn = delay !== null && delay < total.remaining() ? delay : null;
        observe(call, number, started, outcome, retryIn);
        if (!failed) return outcome;
        if (retryIn === null) throw outcome;
        await settings.sleep(retryIn, total.signal);
      }
    } finally {
      total.clear();
    }
  };

  function observe(
    { request, path, apiKey }: Call,
    attempt: number,
    started: number,
    outcome: ExactResponse | ClientError,
    retryIn: number | null,
  ): void {
    const error = outcome instanceof ClientError ? outcome : null;
    const response = outcome instanceof ClientError ? null : outcome.response;
    try {
      options.onAttempt?.({
        provider: definition.provider,
        method: request.method,
        url: redact(request.url.replace(/\?.*/, ""), apiKey),
        path,
        attempt,
        status: response?.status ?? error?.status ?? null,
        requestId: response ? readRequestId(response, apiKey) : (error?.requestId ?? null),
        duration: settings.now() - started,
        error: error?.code ?? null,
        retryIn,
      });
    } catch {
      // An observer must not change what it observes.
    }
  }
}
