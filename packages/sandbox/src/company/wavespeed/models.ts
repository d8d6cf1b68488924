import { nanos } from "../nanos.js";
import type { Random } from "../random.js";

/** What a prediction costs, in billionths of a dollar: after discount, and before it. */
export interface Price {
  readonly price: bigint;
  readonly originPrice: bigint;
}

const listed: readonly [string, string, string][] = [
  ["bytedance/seedream-v4.5", "0.04", "0.04"],
  ["wavespeed-ai/flux-dev", "0.0243", "0.027"],
  ["wavespeed-ai/flux-schnell", "0.0027", "0.003"],
  ["wavespeed-ai/qwen-image-edit", "0.018", "0.02"],
  ["wavespeed-ai/wan-2.2-t2v-720p", "0.27", "0.3"],
  ["google/veo-3-fast", "1.2", "1.2"],
];

/** A model, and the price of one prediction; speech is priced by the letter, far below a cent. */
export function drawPrediction(random: Random): Price & { readonly model: string } {
  if (random.oneIn(6)) {
    const price = nanos("0.000001") * BigInt(random.integer(7, 4999));
    return { model: "minimax/speech-02-turbo", price, originPrice: price };
  }
  const [model, price, originPrice] = listed[random.integer(0, listed.length - 1)] ?? ["", "0", "0"];
  if (random.oneIn(120)) return { model, price: 0n, originPrice: nanos(originPrice) };
  return { model, price: nanos(price), originPrice: nanos(originPrice) };
}
