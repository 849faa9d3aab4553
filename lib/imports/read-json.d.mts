export type UnreadableCode = "empty" | "not-text" | "not-json" | "too-deep" | "too-much" | "duplicate-key";
export declare const LIMITS: { readonly depth: number; readonly values: number };
export declare class UnreadableError extends Error {
  readonly code: UnreadableCode;
  readonly key: string | null;
}
/** What the JSON says. @throws UnreadableError */
export declare function readJson(bytes: Uint8Array): unknown;
