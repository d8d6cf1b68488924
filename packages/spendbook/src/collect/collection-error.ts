/** A provider's answer cannot be filed, or a list does not come to rest. Its account becomes partial, the others go on. */
export class CollectionError extends Error {
  override readonly name = "CollectionError";
  constructor(
    readonly code: "malformed_page" | "empty_page" | "still_moving" | "count_differs" | "time_limit",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
