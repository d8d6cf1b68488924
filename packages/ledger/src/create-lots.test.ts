import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { createLots } from "./create-lots.js";
import { createSerializer } from "./serializer.js";

/** Lots of three at most, one after the other; a lot with an `x` fails, and so does a call after `end`. */
function upperCase() {
  const calls: string[] = [];
  const serialize = createSerializer();
  const inLots = createLots<string, string>(
    (take) =>
      serialize(async () => {
        if (calls.includes("end")) throw new Error("ended");
        await turn();
        const items = take();
        calls.push(items.join(""));
        await turn();
        if (items.includes("x")) throw new Error(`failed: ${items.join("")}`);
        return items.map((item) => item.toUpperCase());
      }),
    3,
  );
  return { calls, inLots, serialize };
}

it("does together what was asked for while the call waited, in the order of asking, no more than it may", async () => {
  const { calls, inLots } = upperCase();
  expect((await Promise.all([..."abcdefgh"].map(inLots))).join("")).toBe("ABCDEFGH");
  expect(calls).toEqual(["abc", "def", "gh"]);
  expect(await inLots("i")).toBe("I");
});

it("lets those fail whose call failed, also before it took anything, and no other", async () => {
  const { calls, inLots } = upperCase();
  const answers = await Promise.allSettled([..."abxcd"].map(inLots));
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected", "fulfilled", "fulfilled"]);
  calls.push("end");
  for (const item of "ef") await expect(inLots(item)).rejects.toThrow("ended");
  calls.pop();
  expect(await inLots("g")).toBe("G");
  expect(calls).toEqual(["abx", "cd", "g"]);
});

it("keeps its place before what is asked for after it", async () => {
  const { calls, inLots, serialize } = upperCase();
  const answers = Promise.all([..."abcd"].map(inLots));
  await serialize(async () => calls.push("end"));
  expect(await answers).toEqual([..."ABCD"]);
  expect(calls).toEqual(["abc", "d", "end"]);
});
