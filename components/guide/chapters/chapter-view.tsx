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
      {part.drawing ? (
        <div className="mt-5">
          <ChapterDrawing name={part.drawing} />
        </div>
      ) : null}
    </section>
  );
}
