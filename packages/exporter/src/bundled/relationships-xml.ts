const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export const relationshipTypes = { chart: `${office}/chart`, drawing: `${office}/drawing` } as const;

/** The part of an Open XML package that says which parts another one uses, as `rId1`, `rId2` and so on. */
export function relationshipsXml(relationships: readonly { readonly type: string; readonly target: string }[]): string {
  const elements = relationships.map(
    ({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${elements.join("")}</Relationships>`;
}
