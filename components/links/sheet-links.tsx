"use client";

import { evaluateGoalAction } from "@/app/teams/[teamId]/links/actions";
import { useAnswer } from "@/components/tool/live/use-response";
import type { SheetPlace } from "@/lib/links/link-places";
import { ChoosePlace } from "./choose-place";
import { LinkBlock } from "./link-block";
import { OnwardLine, RemovedLinks } from "./link-parts";
import { SourceLine } from "./source-line";

interface SheetLinksProps extends SheetPlace {
  teamId: string;
  /** Of the sheet: "Idea #2". */
  name: string;
  mayEdit: boolean;
}

/** Under a sheet's heading: what it came from, what is offered from there, and where its goal is evaluated. */
export function SheetLinks({ teamId, name, mayEdit, itemId, itemName, sources, evaluates, removed }: SheetLinksProps) {
  const target = useAnswer({ id: itemId, kind: "text" }) ?? "";
  const goal = useAnswer({ id: evaluates?.goalItem ?? itemId, kind: "text" }) ?? "";
  const evaluation = evaluates && (evaluates.onward || (mayEdit && evaluates.choices && goal.trim() !== "")) ? evaluates : null;
  if (sources.length === 0 && removed.length === 0 && !evaluation) return null;
  return (
    <LinkBlock label={`Where ${name} comes from and goes`}>
      {sources.map((source) => (
        <SourceLine key={source.linkId} teamId={teamId} name={name} mayEdit={mayEdit} source={source} itemName={itemName} target={target} />
      ))}
      {evaluation ? <Evaluation teamId={teamId} name={name} mayEdit={mayEdit} evaluates={evaluation} /> : null}
      <RemovedLinks teamId={teamId} removed={removed} mayEdit={mayEdit} />
    </LinkBlock>
  );
}

interface EvaluationProps extends Pick<SheetLinksProps, "teamId" | "name" | "mayEdit"> {
  evaluates: NonNullable<SheetPlace["evaluates"]>;
}

/** Where an idea's goal is evaluated, or can be. */
function Evaluation({ teamId, name, mayEdit, evaluates: { section, choices, onward } }: EvaluationProps) {
  if (onward) return <OnwardLine teamId={teamId} onward={onward} verb="Its goal is evaluated on" removesFor={mayEdit ? name : undefined} />;
  if (choices === null) return null;
  return <ChoosePlace label="Evaluate this goal" describedFor={name} place="sheet" choices={choices} act={(sheet, key) => evaluateGoalAction(teamId, { section, sheet, key })} />;
}
