import type { Band } from "@/lib/tools/rules";
import type { StatusValue } from "@/lib/tools/answers";

/** Colours and font of a printed chart. Nothing is told by colour alone: fills differ in pattern, and every bar is labelled. */
export interface ChartPalette {
  readonly fontFamily: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly paper: string;
  readonly bands: Readonly<Record<Band, string>>;
  readonly statuses: Readonly<Record<StatusValue | "blank", string>>;
}

/** The light values of the page's colours. */
export const printPalette: ChartPalette = {
  fontFamily: "Public Sans",
  ink: "#171716",
  muted: "#5d5d52",
  line: "#e0e0db",
  paper: "#ffffff",
  bands: { priority: "#d54309", discuss: "#ad7900", strength: "#008817" },
  statuses: { yes: "#008817", "in-progress": "#ad7900", no: "#d54309", blank: "#f0f0ec" },
};
