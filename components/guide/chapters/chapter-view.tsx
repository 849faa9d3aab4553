import { ReferenceBlocks } from "@/components/guide/reference-blocks";
import { Tag } from "@/components/ui/tag";
import type { ChapterPart } from "@/lib/domain/toolkit/guide";
import { ChapterDrawing } from "./chapter-drawing";

/** One part of a chapter, with whose words it holds. */
export function ChapterPartView({ part }: { part: ChapterPart }) {
  return (
    <section aria-labelledby={part.id}>
      <h2 id={part.id}>{part.title}</h2>
      <p className="mt-1.5 mb-4">
        <Tag tone={part.words === "source" ? "primary" : "neutral"}>{part.words === "source" ? "The guide’s words" : "Our words"}</Tag>
      </p>
      <ReferenceBlocks blocks={part.blocks} part={part.id} />
      {part.note === undefined ? null : (
        <p className="measure mt-4 border-l-4 border-line-strong pl-3 text-[0.9375rem] text-muted">
          <span className="font-semibold">This workbook’s note:</span> {part.note}
        </p>
      )}
      {part.drawing ? (
        <div className="mt-5">
          <ChapterDrawing name={part.drawing} />
        </div>
      ) : null}
    </section>
  );
}
