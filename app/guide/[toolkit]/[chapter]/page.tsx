import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChapterPartView } from "@/components/guide/chapters/chapter-view";
import { GuidePage } from "@/components/guide/guide-page";
import { PreviousNext } from "@/components/guide/previous-next";
import { TableOfContents } from "@/components/guide/table-of-contents";
import { ToolLinks } from "@/components/guide/tool-links";
import { findToolkit } from "@/content/toolkits";
import type { Chapter } from "@/lib/domain/toolkit/guide";

interface ChapterPageProps {
  params: Promise<{ toolkit: string; chapter: string }>;
}

async function readChapter(params: ChapterPageProps["params"]) {
  const { toolkit: toolkitId, chapter: chapterId } = await params;
  const toolkit = findToolkit(toolkitId) ?? notFound();
  const chapter = toolkit.guide.chapters.find(({ id }) => id === chapterId) ?? notFound();
  return { toolkit, chapter };
}

export async function generateMetadata({ params }: ChapterPageProps): Promise<Metadata> {
  const { toolkit, chapter } = await readChapter(params);
  return { title: `${chapter.title} (${toolkit.shortTitle})`, description: chapter.summary };
}

export default async function ChapterPage({ params }: ChapterPageProps) {
  const { toolkit, chapter } = await readChapter(params);
  const { chapters } = toolkit.guide;
  const position = chapters.indexOf(chapter);
  const made = toolkit.tools.filter((tool) => tool.chapter === chapter.id).map(({ ref }) => ref);
  const neighbor = (one: Chapter | undefined) => (one ? { href: `/guide/${toolkit.id}/${one.id}`, title: one.title } : null);
  return (
    <GuidePage part={toolkit.id} toolkit={toolkit} within={chapter.title} title={chapter.title} lead={chapter.summary} contents={<TableOfContents entries={chapter.parts} />}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
        {chapter.parts.map((part) => (
          <ChapterPartView key={part.id} part={part} />
        ))}
        {made.length > 0 ? (
          <section aria-labelledby="made-from">
            <h2 id="made-from">Worksheet made from this</h2>
            <div className="mt-3">
              <ToolLinks tools={made} />
            </div>
          </section>
        ) : null}
      </div>
      <PreviousNext label="Previous and next chapter" previous={neighbor(chapters[position - 1])} next={neighbor(chapters[position + 1])} />
    </GuidePage>
  );
}
