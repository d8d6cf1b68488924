/** How a secret may stand in a text: as it is, in an address, in JSON or HTML, in Base64 or hexadecimal. */
export function secretForms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  // In Base64 of a longer text the secret begins at one of three places in a group; its inner characters tell it.
  const inBase64 = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .slice(before === 0 ? 0 : 4, -4),
  );
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll("/", "\\/"),
    secret.replaceAll("&", "&amp;"),
    ...inBase64,
    ...inBase64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
    bytes.toString("hex"),
  ];
}
