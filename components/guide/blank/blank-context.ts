import type { MarkText } from "../marked-text";

/** What the views of one section share. */
export interface BlankContext {
  /** Marks links and acronyms; called in reading order. */
  readonly mark: MarkText;
  /** The level of headings inside the section. */
  readonly heading: "h3" | "h4";
}
