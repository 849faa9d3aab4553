import Link from "next/link";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { Tag } from "@/components/ui/tag";
import { getTool } from "@/content/toolkits";
import { type Contradiction, formatContradiction } from "@/lib/domain/readiness/contradictions";
import type { ReadinessElement } from "@/lib/domain/readiness/readiness";
import { NOT_ENOUGH_ANSWERS } from "@/lib/domain/readiness/rules";
import { formatInPlace, formatScore } from "@/lib/domain/readiness/scoring";
import { toolName } from "@/lib/domain/tool/items";
import { toolKey, type ToolName } from "@/lib/domain/tool/tool-ref";
import { ElementHelpFold } from "./open-element-help";
import { BandTag } from "./report-tags";

interface ElementViewProps {
  element: ReadinessElement;
  /** The tool that the ratings are from. */
  assessment: ToolName;
  toolsHref: string;
}

/** One element: its ratings beside its checklist, where they disagree, and what can help. What they are counted from is drawn above. */
export function ElementView({ element, assessment, toolsHref }: ElementViewProps) {
  const { area, contradictions } = element;
  return (
    <details id={`element-${element.id}`} className="fold rounded-card border border-line bg-surface" open={contradictions.length > 0}>
      <summary className="flex-wrap px-5 py-3.5">
        <h3 className="min-w-0 text-[1.0625rem]">
          {element.id}. {element.title}
        </h3>
        <BandTag band={area.score.status === "scored" ? area.score.band : null} />
        {contradictions.length > 0 ? (
          <Tag tone="warning" icon="info">
            Answers disagree
          </Tag>
        ) : null}
      </summary>
      <div className="grid gap-6 border-t border-line p-5">
        <JoinedScores element={element} assessment={assessment} toolsHref={toolsHref} />
        {contradictions.map((contradiction) => (
          <ContradictionNote
            key={contradiction.kind}
            contradiction={contradiction}
            checklistName={element.checklist?.tool.label ?? ""}
            assessment={assessment}
            toolsHref={toolsHref}
          />
        ))}
        <ElementHelp element={element} toolsHref={toolsHref} />
      </div>
    </details>
  );
}

function JoinedScores({ element: { area, checklist }, assessment, toolsHref }: ElementViewProps) {
  return (
    <dl className="grid gap-4 sm:grid-cols-2">
      <ScoreEntry
        name={<Link href={`${toolsHref}/${assessment.slug}#${area.anchor}`}>{assessment.label} ratings</Link>}
        value={area.score.status === "scored" ? formatScore(area.score) : "No score yet"}
      />
      {checklist ? (
        <ScoreEntry
          name={<Link href={`${toolsHref}/${checklist.tool.slug}`}>{checklist.tool.label} checklist</Link>}
          value={checklist.score.status === "scored" ? `${formatInPlace(checklist.score)} in place` : NOT_ENOUGH_ANSWERS}
        />
      ) : (
        <ScoreEntry name="Checklist" value="The toolkit has none for this element." />
      )}
    </dl>
  );
}

function ScoreEntry({ name, value }: { name: ReactNode; value: string }) {
  return (
    <div className="rounded-control bg-sunken px-4 py-2">
      <dt className="text-[0.9375rem]">{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

interface ContradictionNoteProps {
  contradiction: Contradiction;
  checklistName: string;
  assessment: ToolName;
  toolsHref: string;
}

function ContradictionNote({ contradiction, checklistName, assessment, toolsHref }: ContradictionNoteProps) {
  const lowItems = contradiction.kind === "checklist-yes-rating-low" ? contradiction.lowItems : [];
  return (
    <Alert tone="warning" title="The checklist and the ratings say different things">
      <p>{formatContradiction(contradiction, checklistName, assessment.label)} Talk about what each answer was based on.</p>
      {lowItems.length > 0 ? (
        <ul className="bullets mt-2">
          {lowItems.map(({ itemId, prompt, rating }) => (
            <li key={itemId}>
              Rated {rating}: <Link href={`${toolsHref}/${assessment.slug}#${itemId}`}>{prompt}</Link>
            </li>
          ))}
        </ul>
      ) : null}
    </Alert>
  );
}

function ElementHelp({ element: { id, tools }, toolsHref }: Omit<ElementViewProps, "assessment">) {
  return (
    <div className="grid gap-3">
      {tools.length > 0 ? (
        <p>
          Tool that helps:{" "}
          {tools.map(getTool).map((tool, index) => (
            <span key={toolKey(tool.ref)}>
              {index > 0 ? ", " : null}
              <Link href={`${toolsHref}/${tool.slug}`}>{toolName(tool)}</Link>
            </span>
          ))}
        </p>
      ) : null}
      <ElementHelpFold elementId={id} />
    </div>
  );
}
