import type { KeptAnswer } from "@/lib/domain/item/upgrades";
import type { PrintBlock } from "./print-blocks";

/** What a team answered in an earlier version of the tool and this one has no place for; nothing without any. */
export function printKept(kept: readonly KeptAnswer[]): PrintBlock[] {
  if (kept.length === 0) return [];
  return [
    { block: "heading", level: 2, text: "From an earlier version", isOutlined: true, isLeftOutOfContents: true },
    {
      block: "paragraph",
      tone: "body",
      text: "This tool was changed since the team began it. These answers have no place in it now. They are kept here to read.",
    },
    ...kept.map(({ question, source, version, text }): PrintBlock => ({
      block: "field",
      number: "",
      prompt: `${question} (${source}, version ${version})`,
      answer: text,
      room: "line",
    })),
  ];
}
