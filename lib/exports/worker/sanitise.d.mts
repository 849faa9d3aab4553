/** "�" */
export const REPLACEMENT: string;

export interface CleanText {
  readonly text: string;
  /** The code point behind every "�" that was put in, in no particular order. */
  readonly replaced: readonly number[];
}

/**
 * For Word, Excel and CSV cells: what XML 1.0 forbids (U+0000–0008, 000B, 000C, 000E–001F, FFFE, FFFF, lone surrogates)
 * becomes "�". Line ends, tabs and everything else stay as they are.
 */
export function cleanForXml(text: string): CleanText;

/**
 * For a printed page (PDF, and Word where it prints the same form): well-formed NFC with plain newlines and no tabs;
 * besides what XML forbids, controls, byte order marks, stray tag characters, direction overrides and unclosed embeddings
 * become "�". Joiners, LRM and RLM, zero-width spaces and variation selectors stay.
 */
export function cleanForPage(text: string): CleanText;

/** What a file does not show. */
export interface NotShown {
  readonly count: number;
  /** Up to ten kinds, "U+13000", in order of code point. */
  readonly codePoints: readonly string[];
  /** Whether there are more kinds than ten. */
  readonly hasMore: boolean;
}

export interface Tally {
  add(codePoints: readonly number[]): void;
  notShown(): NotShown;
}

/** Adds up what was replaced in one export. */
export function createTally(): Tally;

/** The sentence that the export prints about it; null when everything is shown. */
export function notShownNotice(notShown: NotShown): string | null;
