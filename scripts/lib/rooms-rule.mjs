import path from "node:path";
import { findFault } from "./rooms.mjs";

/** Whether an import or a re-export brings types alone. */
function isTypeAlone(node) {
  if (node.importKind === "type" || node.exportKind === "type") return true;
  const { specifiers = [] } = node;
  return specifiers.length > 0 && specifiers.every((one) => one.importKind === "type" || one.exportKind === "type");
}

/**
 * Refuses every import that the table of rooms does not allow.
 * @type {import("eslint").Rule.RuleModule}
 */
export const roomsRule = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join("/");
    const check = (node, source, isType) => {
      if (typeof source?.value !== "string") return;
      const fault = findFault(file, source.value, isType);
      if (fault) context.report({ node, message: fault });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source, isTypeAlone(node)),
      ExportNamedDeclaration: (node) => check(node, node.source, isTypeAlone(node)),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === "type"),
      ImportExpression: (node) => check(node, node.source, false),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal, true),
    };
  },
};
