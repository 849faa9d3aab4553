import {
  CHECKLIST_CHART_CAPTION,
  CHECKLIST_PART_LABELS,
  CHECKLIST_PARTS,
  countPart,
} from "@/lib/report/chart-words";
import { toolName } from "@/lib/tools/items";
import type { ReadinessChecklist } from "@/lib/tools/readiness";
import { Bar, partFill } from "./bar-fills";
import { ChartFigure } from "./chart-figure";

/** How many statements of each checklist are Yes, In Progress, No or blank: one bar each, cut in as many parts. */
export function ChecklistChart({ checklists }: { checklists: readonly ReadinessChecklist[] }) {
  return (
    <ChartFigure id="checklist-chart" caption={CHECKLIST_CHART_CAPTION}>
      {checklists.map((checklist) => (
        <ChecklistBar key={checklist.toolNumber} checklist={checklist} />
      ))}
    </ChartFigure>
  );
}

function ChecklistBar({ checklist: { toolNumber, title, score } }: { checklist: ReadinessChecklist }) {
  const parts = CHECKLIST_PARTS.map((part, index) => ({
    part,
    count: countPart(score, part),
    before: CHECKLIST_PARTS.slice(0, index).reduce((sum, earlier) => sum + countPart(score, earlier), 0),
  })).filter(({ count }) => count > 0);
  const percent = (count: number) => (count / score.total) * 100;
  return (
    <div className="bar-row bar-row-parts">
      <span className="bar-name">{toolName({ number: toolNumber, title })}</span>
      <svg className="bar-track">
        {parts.map(({ part, count, before }) => (
          <Bar key={part} fill={partFill(part)} x={percent(before)} width={percent(count)} />
        ))}
      </svg>
      <span className="bar-key">
        {parts.map(({ part, count }) => (
          <span key={part}>
            <svg className="bar-swatch">
              <Bar fill={partFill(part)} width={100} />
            </svg>
            {count} {CHECKLIST_PART_LABELS[part]}
          </span>
        ))}
      </span>
    </div>
  );
}
