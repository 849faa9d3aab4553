export function sanitise(text: string): string;
export function soften(text: string): string;
