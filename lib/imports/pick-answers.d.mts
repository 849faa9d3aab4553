export interface PickedFile {
  readonly format: string | null;
  readonly version: number | null;
  readonly about: { readonly agency: string | null; readonly team: string | null; readonly at: string | null };
  /** How much of it there is beside the answers. */
  readonly counts: { readonly comments: number; readonly history: number; readonly evidence: number };
  readonly tools: readonly PickedTool[] | null;
}
export interface PickedTool {
  /** Null in files of the first version. */
  readonly toolkit: string | null;
  readonly tool: string | null;
  readonly number: number | null;
  readonly version: number | null;
  readonly isComplete: boolean;
  readonly answers: readonly PickedAnswer[] | null;
}
/**
 * Item id and answer, both as the file has them: nothing about them is checked yet. `form` is "no-answer" for an entry
 * that is not one of ours, "kind:" and what the file says it is, or missing where it says nothing.
 */
export type PickedAnswer = readonly [itemId: string, answer: unknown, form?: "no-answer" | `kind:${string}`];
export declare function pickAnswers(file: unknown): PickedFile;
