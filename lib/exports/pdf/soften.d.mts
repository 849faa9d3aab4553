export function soften(text: string): string;
