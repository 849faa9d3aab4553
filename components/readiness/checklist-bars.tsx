import type { ReadinessChecklist } from "@/lib/domain/readiness/readiness";
import type { ChecklistScore } from "@/lib/domain/readiness/scoring";
import { toolName } from "@/lib/domain/tool/items";

interface ChecklistBarsProps {
  checklists: readonly ReadinessChecklist[];
  toolsHref: string;
  tableHref: string;
}

const PARTS = [
  { id: "yes", words: "Yes" },
  { id: "in-progress", words: "In Progress" },
  { id: "no", words: "No" },
  { id: "blank", words: "Blank" },
] as const;

function countOf(score: ChecklistScore, id: (typeof PARTS)[number]["id"]): number {
  return id === "in-progress" ? score.inProgress : score[id];
}

/** The four checklists, each as one bar of its answers; every part has its number in it and an edge of its own. */
export function ChecklistBars({ checklists, toolsHref, tableHref }: ChecklistBarsProps) {
  return (
    <div className="checklist-bars">
      <ul className="area-key" aria-label="What the parts mean">
        {PARTS.map(({ id, words }) => (
          <li key={id}>
            <span aria-hidden="true" className={`bar-part bar-${id}`} />
            {words}
          </li>
        ))}
        <li>
          <a href={tableHref}>The checklists as a table</a>
        </li>
      </ul>
      <ul>
        {checklists.map(({ tool, score }) => (
          <li key={tool.slug} className="checklist-row">
            <a href={`${toolsHref}/${tool.slug}`}>{toolName(tool)}</a>
            <span className="checklist-bar">
              {PARTS.filter(({ id }) => countOf(score, id) > 0).map(({ id, words }) => (
                <span key={id} className={`bar-part bar-${id}`} style={{ flexGrow: countOf(score, id) }}>
                  {countOf(score, id)}
                  <span className="sr-only"> {words} </span>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
