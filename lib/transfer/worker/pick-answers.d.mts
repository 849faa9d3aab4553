export interface PickedFile {
  readonly format: string | null;
  readonly version: number | null;
  readonly about: { readonly agency: string | null; readonly team: string | null; readonly at: string | null };
  /** How much of it there is beside the answers. */
  readonly counts: { readonly comments: number; readonly history: number; readonly evidence: number };
  readonly tools: readonly PickedTool[] | null;
}
export interface PickedTool {
  readonly number: number | null;
  readonly version: number | null;
  readonly isComplete: boolean;
  /** Item id and answer, both as the file has them: nothing about them is checked yet. */
  readonly answers: readonly (readonly [itemId: string, answer: unknown])[] | null;
}
export declare function pickAnswers(file: unknown): PickedFile;
