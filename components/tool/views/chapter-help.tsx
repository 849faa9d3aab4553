import { InAppLink } from "@/components/printed/in-app-link";
import type { ToolView } from "@/components/tool/controls/tool-view";
import { Icon } from "@/components/ui/icon";
import { toolkitOf } from "@/content/toolkits";
import { CHAPTER_PART } from "@/lib/domain/toolkit/mark-texts";
import { PrintedFold } from "./printed-fold";

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
    <PrintedFold
      view={view}
      title={
        <>
          <Icon name="book" className="size-4 text-muted" />
          In the guide
        </>
      }
    >
      <p>{view.markIn(CHAPTER_PART)(chapter, "summary")}</p>
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
    </PrintedFold>
  );
}
