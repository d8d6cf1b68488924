import fc from "fast-check";
import { expect, test } from "vitest";
import { visibleText } from "./visible-text.js";

test("what cannot be seen, or turns text around, stands there by its number", () => {
  expect(visibleText("a\u0000b\u202ec\u200bd\ufeffe\u007ff\u0085g\ud800h\u{e0041}i\ufffe")).toBe(
    "a⟦U+0000⟧b⟦U+202E⟧c⟦U+200B⟧d⟦U+FEFF⟧e⟦U+007F⟧f⟦U+0085⟧g⟦U+D800⟧h⟦U+E0041⟧i⟦U+FFFE⟧",
  );
});

test("what people write stays as it is: accents, joined emoji, other scripts, tabs and lines", () => {
  const text = "Ärmel 👩‍💻 हिन्दी می‌خواهم 夜景\t−1\nnext";
  expect(visibleText(text)).toBe(text);
  expect(visibleText("a\r\nb\rc")).toBe("a\nb⟦U+000D⟧c");
});

test("nothing that is hidden is left in any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const shown = visibleText(text);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be left.
      expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      expect(Buffer.from(shown).toString()).toBe(shown);
    }),
  );
});
