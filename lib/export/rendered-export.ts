/** One file, ready to be handed out. */
export interface RenderedExport {
  readonly bytes: Buffer<ArrayBuffer>;
  /** How many characters of the answers the file shows as "�", because its fonts or its format have no place for them. */
  readonly notShown: number;
}
