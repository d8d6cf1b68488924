const marker = Symbol.for("spendbook.normalizer-error");

/**
 * The base of every error that this package throws on purpose. `code` is stable across
 * versions: match on it, never on the message. `NormalizerError.isInstance` also recognises
 * errors made by another installed copy of this package.
 */
export abstract class NormalizerError extends Error {
  readonly [marker] = true;
  abstract readonly code: string;

  static isInstance(value: unknown): value is NormalizerError {
    return value instanceof Error && marker in value;
  }
}
