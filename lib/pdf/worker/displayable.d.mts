import type { CleanText } from "../../export/worker/sanitise.mjs";

export function createDisplayable(coverageFile: string): (text: string) => CleanText;
