import type { PrintDocument } from "../print/print-blocks";
import type { NotShown } from "../worker/sanitise.mjs";

export function createPrintable(
  coverageFile: string,
): (document: PrintDocument) => { readonly document: PrintDocument & { readonly fonts: readonly string[] }; readonly notShown: NotShown };
