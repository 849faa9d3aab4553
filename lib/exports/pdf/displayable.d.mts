import type { CleanText } from "../worker/sanitise.mjs";

export function createDisplayable(coverageFile: string, needed?: Set<string>): (text: string) => CleanText;
