export function looksLikeFormula(text: string): boolean;
export function excelText(text: string): string;
export function csvText(text: string): string;
