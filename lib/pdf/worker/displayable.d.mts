export function createDisplayable(coverageFile: string): (text: string) => string;
