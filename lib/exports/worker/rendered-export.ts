/** One file, ready to be handed out. */
export interface RenderedExport {
  readonly bytes: Buffer<ArrayBuffer>;
  /** How many characters of the answers the file shows as "�", because its fonts or its format have no place for them. */
  readonly notShown: number;
  /** Of a PDF: whether its engine accepted it as PDF/UA-1. Without that it is tagged all the same. */
  readonly claimsPdfUa?: boolean;
}
