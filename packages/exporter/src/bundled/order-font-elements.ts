const order = "b,i,strike,condense,extend,outline,shadow,u,vertAlign,sz,color,name,family,charset,scheme".split(",");

/**
 * Puts the children of each font into the order that the schema asks for (ECMA-376, CT_Font) and Open XML validators
 * insist on; exceljs writes them by the alphabet.
 */
export function orderFontElements(styles: string): string {
  return styles.replace(/<font>(.*?)<\/font>/gs, (_font, children: string) => {
    const elements = [...children.matchAll(/<(\w+)[^>]*\/>/g)];
    const rank = ([, tag = ""]: RegExpMatchArray) => order.indexOf(tag);
    return `<font>${elements
      .sort((a, b) => rank(a) - rank(b))
      .map(([element]) => element)
      .join("")}</font>`;
  });
}
