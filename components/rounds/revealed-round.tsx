import { NeedsScript } from "@/components/forms/form-page";
import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import type { People } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import { type OwnRating, ratableItems, type RaterLine, type RoundFacts } from "@/lib/domain/rounds/round";
import { scaleOf } from "@/lib/domain/rounds/round-values";
import type { LaterDecision } from "@/lib/domain/rounds/later-decision";
import { orderByDisagreement, type ShownItem } from "@/lib/domain/rounds/shown-item";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { CloseButton } from "./lead-panel";
import { RaterList } from "./rater-list";
import type { Frozen } from "@/lib/domain/rounds/frozen-words";
import { placeOfItem } from "@/lib/domain/rounds/item-place";
import { RevealedItemPanel } from "./revealed-item-panel";
import { RevealList, type RevealedItem } from "./reveal-list";

export interface DecisionLine {
  readonly id: string;
  readonly value: string | null;
  readonly rationale: string;
  readonly dissent: string;
  readonly made: ReportEvent;
}

interface RevealedRoundProps {
  teamId: string;
  round: RoundFacts;
  tool: ToolDefinition;
  shown: {
    readonly items: ReadonlyMap<string, ShownItem>;
    readonly notes: ReadonlyMap<string, readonly string[]>;
    readonly names: ReadonlyMap<string, readonly { readonly raterId: string; readonly value: string }[]>;
  };
  decisions: ReadonlyMap<string, DecisionLine>;
  /** What other rounds and votes decided since. */
  later: ReadonlyMap<string, LaterDecision>;
  raters: readonly RaterLine[];
  people: People;
  own: ReadonlyMap<string, OwnRating> | null;
  links: ReadonlyMap<string, string>;
  /** From the address. */
  chosen: string | null;
  mayLead: boolean;
  mayDecide: boolean;
  /** Why nothing can be saved into the tool now. */
  frozen: Frozen | null;
}

/** A revealed round: its items by disagreement, and one of them beside, which a phone shows on a page of its own. */
export function RevealedRound({ teamId, round, tool, shown, decisions, later, raters, people, own, links, chosen, mayLead, mayDecide, frozen }: RevealedRoundProps) {
  const page = `/teams/${teamId}/rounds/${round.id}`;
  const items = orderByDisagreement(
    ratableItems(tool).flatMap((item): RevealedItem[] => {
      const scale = scaleOf(item.kind);
      const found = shown.items.get(item.id);
      if (!scale || !found) return [];
      return [{ id: item.id, prompt: item.prompt, place: placeOfItem(tool, item.id), scale, shown: found, decided: decisions.has(item.id) ? (decisions.get(item.id)?.value ?? null) : undefined, later: decisions.get(item.id)?.value ? undefined : later.get(item.id) }];
    }),
  );
  const opened = items.find(({ id }) => id === chosen) ?? items[0];
  return (
    <div className="grid gap-6">
      <Standing round={round} />
      {own ? <LateNote round={round} own={own} page={page} /> : null}
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div className={chosen ? "hidden lg:block" : undefined}>
          <RevealList items={items} page={page} chosen={opened?.id ?? null} />
        </div>
        {opened ? (
          <RevealedItemPanel
            className={chosen ? undefined : "hidden lg:block"}
            teamId={teamId}
            round={round}
            tool={tool}
            item={opened}
            decision={decisions.get(opened.id) ?? null}
            notes={shown.notes.get(opened.id) ?? []}
            names={shown.names.get(opened.id) ?? []}
            own={own ? (own.get(opened.id) ?? null) : null}
            raters={raters}
            people={people}
            mayDecide={mayDecide}
            frozen={frozen}
          />
        ) : null}
      </div>
      {round.state === "revealed" ? (
        <section aria-labelledby="late" className="grid max-w-[46rem] gap-4">
          <h2 id="late">
            {round.finished} of {round.asked} have finished
          </h2>
          {mayLead ? (
            <>
              <NeedsScript />
              <CloseButton teamId={teamId} roundId={round.id} isNamed={round.isNamed} />
            </>
          ) : null}
          <details className="fold">
            <summary>Who was asked</summary>
            <div className="mt-3">
              <RaterList raters={raters} links={links} again={null} />
            </div>
          </details>
        </section>
      ) : null}
    </div>
  );
}

function Standing({ round: { revealed, closed, isNamed, answered, asked } }: { round: RoundFacts }) {
  return (
    <p>
      {answered} of {asked} rated alone.{" "}
      {revealed ? (
        <>
          Revealed <DateTime iso={revealed.at} dateOnly /> by <PersonName person={revealed.by} /> <RoleLabel person={revealed.by} />. {isNamed ? "With names" : "Unnamed"}, as told before the first answer.
        </>
      ) : null}
      {closed ? (
        <>
          {" "}
          Closed <DateTime iso={closed.at} dateOnly />. {isNamed ? "" : "The tie between people and their ratings was destroyed."}
        </>
      ) : null}
    </p>
  );
}

/** For a rater, between the reveal and the close. */
function LateNote({ round, own, page }: { round: RoundFacts; own: ReadonlyMap<string, OwnRating>; page: string }) {
  if (round.state !== "revealed") return null;
  const left = round.itemIds.filter((id) => !own.get(id)?.value).length;
  const hasHidden = !round.isNamed && [...own.values()].some(({ note, isNoteShown }) => note !== "" && !isNoteShown);
  if (left === 0 && !hasHidden) return null;
  return (
    <Alert tone="info" title={left > 0 ? "You can still rate" : "You have private notes"}>
      {left > 0 ? (
        <>
          <p>Late ratings join the dots when the round closes, together, if there are at least three. With fewer they are counted, not shown.</p>
          <p className="mt-3">
            <LinkButton size="small" href={`${page}/rate?item=${round.itemIds.find((id) => !own.get(id)?.value)}`}>
              Rate the last {left}
            </LinkButton>
          </p>
        </>
      ) : null}
      {hasHidden ? <p className={left > 0 ? "mt-3" : undefined}>Private notes that you do not show are deleted when the round closes. Copy what you want to keep.</p> : null}
    </Alert>
  );
}
