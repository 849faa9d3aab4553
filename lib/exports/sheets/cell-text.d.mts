export function looksLikeFormula(text: string): boolean;
export function csvText(text: string): string;
