import type { IndicatorDirection, IndicatorUnit } from "./indicator";

/** An indicator to start from. What it offers is put into a row only when somebody chooses it, and changed there like any words. */
export interface LibraryIndicator {
  /** Permanent. */
  readonly id: string;
  readonly theme: IndicatorTheme;
  /** "What do you need to know?" Ours. */
  readonly question: string;
  /** "What are the measurable signs of progress?" Ours. */
  readonly indicator: string;
  readonly source: string;
  readonly timeframe: string;
  readonly unit: IndicatorUnit;
  readonly unitWords: string;
  readonly direction: IndicatorDirection;
  /** What it is drawn from: the toolkit's own words, and where they stand. */
  readonly from: { readonly words: string; readonly place: string };
}

export const INDICATOR_THEMES = {
  reach: "Reaching people early",
  safety: "Safer use and survival",
  capital: "Recovery capital: what people can draw on",
  connection: "Connection and continuing support",
  voice: "Voice, trust and dignity",
} as const;
export type IndicatorTheme = keyof typeof INDICATOR_THEMES;
