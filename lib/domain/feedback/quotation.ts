import { writtenText } from "@/lib/domain/text/bounded-text";
import { ANSWER_LIMITS } from "./answer";

/** Where a quotation goes: a text, a cell of a row that is there, or of a new one. */
export interface QuotePlace {
  readonly toolkitId: string;
  readonly toolId: string;
  readonly itemId: string;
  /** Of a table. */
  readonly columnId: string | null;
  /** Null for a text, and for a row that is made for it. */
  readonly rowId: string | null;
}

/** What of a tool a quotation can go into. */
export type QuoteTarget =
  | { readonly kind: "text"; readonly itemId: string; readonly label: string }
  | {
      readonly kind: "table";
      readonly itemId: string;
      readonly label: string;
      readonly rowName: string;
      readonly columns: readonly { readonly id: string; readonly label: string }[];
      readonly rows: readonly { readonly id: string; readonly label: string }[];
    };

export const quotedWordsSchema = writtenText(ANSWER_LIMITS.text, undefined, (text) => text.trim()).refine((text) => text !== "", "Leave some words to bring in.");

const MONTH = new Intl.DateTimeFormat("en-US", { month: "short", year: "numeric", timeZone: "UTC" });

/** "Nov 2026": the month tells less about who answered than the day. */
export function monthOf(day: string): string {
  return MONTH.format(new Date(`${day}T00:00:00Z`));
}

/** A quotation as it stands in a tool, with where it is from. Line breaks in it stay within the quotation marks. */
export function quotationOf(words: string, answeredOn: string): string {
  return `From community answers, ${monthOf(answeredOn)}: “${words.replace(/^[“"]+|[”"]+$/g, "")}”`;
}
