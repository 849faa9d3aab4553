import type { StatusValue } from "@/lib/domain/answer/answers";

/** Colours and font of a chart. Nothing is told by colour alone: fills differ in pattern, and every bar is labelled. */
export interface ChartPalette {
  /** Null takes the font of the page around the drawing. */
  readonly fontFamily: string | null;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly paper: string;
  /** An item rated 3 to 5, and one rated 1 or 2, which has a shape of its own too. */
  readonly dot: string;
  readonly low: string;
  readonly statuses: Readonly<Record<StatusValue | "blank", string>>;
}

/** The page's own colour names, so that one drawing follows the reader's light or dark preference and the printer. */
export const pagePalette: ChartPalette = {
  fontFamily: null,
  ink: "var(--ink)",
  muted: "var(--muted)",
  line: "var(--line)",
  paper: "var(--surface)",
  dot: "var(--primary)",
  low: "var(--warm)",
  statuses: {
    yes: "var(--success-line)",
    "in-progress": "var(--warning-line)",
    no: "var(--error-line)",
    blank: "var(--sunken)",
  },
};

/** Words on the drawing's lines: none of them goes through a letter. */
export function clearOf({ paper }: ChartPalette): string {
  return ` stroke="${paper}" stroke-width="6" stroke-linejoin="round" paint-order="stroke"`;
}

/** The light values of the page's colours. */
export const pdfPalette: ChartPalette = {
  fontFamily: "Public Sans",
  ink: "#171716",
  muted: "#5d5d52",
  line: "#e0e0db",
  paper: "#ffffff",
  dot: "#005ea2",
  low: "#a24a00",
  statuses: { yes: "#008817", "in-progress": "#ad7900", no: "#d54309", blank: "#f0f0ec" },
};
