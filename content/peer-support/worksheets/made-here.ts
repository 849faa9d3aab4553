import type { ReferenceBlock } from "@/lib/domain/tool/definition";

/** Says whose words are whose, at the head of each worksheet. `from` is the place in the guide. */
export function madeHere(from: string, ...more: readonly string[]): readonly ReferenceBlock[] {
  return [
    {
      kind: "paragraph",
      text: `This workbook made this worksheet from ${from}. The guide itself prints no forms.`,
    },
    ...more.map((text): ReferenceBlock => ({ kind: "paragraph", text })),
  ];
}

/** Heads the printed words within a worksheet, and what we ask. */
export const PRINTED_HEAD: ReferenceBlock = { kind: "heading", text: "What the guide says" };
export const ASKED_HEAD: ReferenceBlock = { kind: "heading", text: "What this workbook asks" };
