import Link from "next/link";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import type { People } from "@/lib/domain/people/person";
import type { Frozen } from "@/lib/domain/rounds/frozen-words";
import { shortPlaceInTool } from "@/lib/domain/rounds/item-place";
import type { OwnRating, RaterLine, RoundFacts } from "@/lib/domain/rounds/round";
import { laterPlace } from "@/lib/domain/rounds/later-decision";
import { formatValue } from "@/lib/domain/rounds/round-values";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { UndoDecision } from "./decide-form";
import { DecidePlace } from "./decide-place";
import { DecisionView } from "./decision-view";
import { NamedRatings } from "./named-ratings";
import { NotesView } from "./own-note-view";
import type { DecisionLine } from "./revealed-round";
import type { RevealedItem } from "./reveal-list";
import { ShownItemView } from "./shown-item-view";

interface RevealedItemPanelProps {
  className?: string | undefined;
  teamId: string;
  round: RoundFacts;
  tool: ToolDefinition;
  item: RevealedItem;
  decision: DecisionLine | null;
  notes: readonly string[];
  names: readonly { readonly raterId: string; readonly value: string }[];
  own: OwnRating | null;
  raters: readonly RaterLine[];
  people: People;
  mayDecide: boolean;
  frozen: Frozen | null;
}

/** One item after the reveal: what people chose, what they note, what the team decides. */
export function RevealedItemPanel({ className, teamId, round, tool, item, decision, notes, names, own, raters, people, mayDecide, frozen }: RevealedItemPanelProps) {
  const { id, prompt, place, scale, shown } = item;
  const page = `/teams/${teamId}/rounds/${round.id}`;
  const isClosed = round.state === "closed";
  const decided = decision && (
    <DecisionView scale={scale} decision={decision} answerHref={`/teams/${teamId}/tools/${tool.slug}#${id}`} place={shortPlaceInTool(tool, id)}>
      {mayDecide ? <UndoDecision teamId={teamId} roundId={round.id} itemId={id} decisionId={decision.id} prompt={prompt} /> : null}
    </DecisionView>
  );
  return (
    <Card className={classNames("min-w-0", className)}>
      <p className="mb-3 lg:hidden">
        <Link href={page} prefetch={false}>
          All items
        </Link>
      </p>
      <p className="text-muted">{place}</p>
      <h2 className="mb-5">{prompt}</h2>
      <div className="grid gap-6">
        <ShownItemView scale={scale} shown={shown} isSplit={round.isSplit} isClosed={isClosed} />
        <NamedRatings scale={scale} names={names} raters={raters} people={people} />
        {own?.value && !isClosed ? (
          <p className="text-[0.9375rem] text-muted">
            You rated {formatValue(scale, own.value)}
            {own.isLate ? ", after the reveal" : ""}.{round.isNamed ? "" : " Nobody else is shown this."}
          </p>
        ) : null}
        <NotesView notes={notes} own={own} itemId={id} action={`/api/teams/${teamId}/rounds/${round.id}/ratings`} isClosed={isClosed} />
        <section aria-label="What the team decided" className="grid gap-4 border-t border-line pt-6">
          {item.later ? (
            <p>
              Decided since, <Link href={item.later.meeting ? `/teams/${teamId}/meetings/${item.later.meeting.id}` : `/teams/${teamId}/rounds/${item.later.roundId}?item=${id}`}>{laterPlace(item.later)}</Link>: <strong>{formatValue(scale, item.later.value)}</strong>.
            </p>
          ) : null}
          {mayDecide ? (
            <DecidePlace key={id} teamId={teamId} roundId={round.id} itemId={id} kind={scale.kind} toolLabel={tool.label} frozen={frozen && { toolLabel: tool.label, why: frozen, href: `/teams/${teamId}/tools/${tool.slug}` }}>
              {decided}
            </DecidePlace>
          ) : (
            (decided ?? <p className="text-muted">The team has not recorded a decision yet.</p>)
          )}
        </section>
      </div>
    </Card>
  );
}
