/** The text properties of a chart's part, in hundredths of a point. */
export function fontXml(size: number): string {
  return `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}"><a:solidFill><a:srgbClr val="1F2933"/></a:solidFill><a:latin typeface="Calibri"/></a:defRPr></a:pPr><a:endParaRPr lang="en"/></a:p></c:txPr>`;
}
