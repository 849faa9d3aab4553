import { InAppLink } from "@/components/printed/in-app-link";
import { PrintedPart } from "@/components/tool/controls/printed-part";
import type { ToolView } from "@/components/tool/controls/tool-view";
import { Icon } from "@/components/ui/icon";
import { toolkitOf } from "@/content/toolkits";
import { CHAPTER_PART } from "@/lib/domain/toolkit/mark-texts";

interface ChapterHelpProps {
  toolkitId: string;
  chapter: string;
  view: Pick<ToolView, "markIn" | "print" | "isPrinted">;
}

/** What the guide says on a tool's subject, and the way to the passages it is made from. */
export function ChapterHelp({ toolkitId, chapter: id, view }: ChapterHelpProps) {
  const chapter = toolkitOf({ toolkitId, toolId: "" }).guide.chapters.find((one) => one.id === id);
  if (!chapter) return null;
  const href = `/guide/${toolkitId}/${id}`;
  return (
    <PrintedPart view={view} as="section" className="rounded-card border border-line bg-surface px-4 py-3 text-[0.9375rem]">
      <h2 className="flex items-center gap-2 text-[1rem]">
        <Icon name="book" className="size-5 text-link" />
        In the guide
      </h2>
      <p className="mt-2">{view.markIn(CHAPTER_PART)(chapter, "summary")}</p>
      <ul className="bullets mt-2">
        {chapter.parts.map((part) => (
          <li key={part.id}>
            <InAppLink href={`${href}#${part.id}`}>{part.title}</InAppLink>
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <InAppLink href={href}>{chapter.title}</InAppLink>
      </p>
    </PrintedPart>
  );
}
