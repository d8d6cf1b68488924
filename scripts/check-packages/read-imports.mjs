// @ts-check
import ts from "typescript";

/**
 * Every import of a TypeScript text: declarations, exports from elsewhere, `import()` and types written as `import("…")`.
 *
 * @param {string} text
 * @returns {{ specifier: string, isTypeOnly: boolean }[]}
 */
export function readImports(text) {
  /** @type {{ specifier: string, isTypeOnly: boolean }[]} */
  const imports = [];
  /** @param {ts.Node | undefined} node @param {boolean} isTypeOnly */
  const add = (node, isTypeOnly) => {
    if (node !== undefined && ts.isStringLiteralLike(node)) imports.push({ specifier: node.text, isTypeOnly });
  };
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("source.ts", text, ts.ScriptTarget.ES2022));
  return imports;
}
