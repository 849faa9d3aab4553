import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { NeedsScript } from "@/components/forms/form-page";
import type { Asked } from "@/lib/domain/rounds/asked-words";
import { minutesFor, type OwnRating, type RaterLine, type RoundFacts } from "@/lib/domain/rounds/round";
import { CallOffButton, RevealButton } from "./lead-panel";
import { RoundPromise } from "./promise";
import { RaterList } from "./rater-list";

interface RoundBeforeRevealProps {
  teamId: string;
  round: RoundFacts;
  raters: readonly RaterLine[];
  /** Unused personal links, for who hands them over. */
  links: ReadonlyMap<string, string>;
  /** The reader's own ratings; null for who is not asked. */
  own: ReadonlyMap<string, OwnRating> | null;
  mayLead: boolean;
  /** May give personal links. */
  mayHandOver: boolean;
}

/** An open round: one's own way in, who has finished, and the reveal for whoever may. */
export function RoundBeforeReveal({ teamId, round, raters, links, own, mayLead, mayHandOver }: RoundBeforeRevealProps) {
  const asked = { people: raters.length, guests: raters.filter(({ guestName }) => guestName !== null).length };
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-2">
      {own ? (
        <OwnStart asked={asked} round={round} rated={[...own.values()].filter(({ value }) => value !== null).length} page={`/teams/${teamId}/rounds/${round.id}`} action={`/api/teams/${teamId}/rounds/${round.id}/ratings`} />
      ) : (
        <section>
          <h2 className="mb-2">You are not asked in this round</h2>
          <p>What everyone was told before the first answer:</p>
          <div className="mt-3">
            <RoundPromise asked={asked} isNamed={round.isNamed} isSplit={round.isSplit} side={null} />
          </div>
        </section>
      )}
      <section aria-labelledby="who" className="grid content-start gap-4">
        <h2 id="who">
          {round.finished} of {round.asked} have finished
        </h2>
        {mayLead ? (
          <div className="grid gap-3">
            <p>
              {round.missing === 0 ? "Everyone has answered." : round.missing === 1 ? "1 has not answered. They can still rate later." : `${round.missing} have not answered. They can still rate later.`} You see no ratings but your own, like everyone.
            </p>
            <NeedsScript />
            <div className="flex flex-wrap items-start gap-3">
              <RevealButton teamId={teamId} roundId={round.id} missing={round.missing} />
              <CallOffButton teamId={teamId} roundId={round.id} />
            </div>
          </div>
        ) : (
          <p>A team lead{round.deputy ? " or the deputy" : ""} reveals the round. Nothing is revealed by itself.</p>
        )}
        <RaterList raters={raters} links={links} again={mayHandOver ? { teamId, roundId: round.id } : null} />
      </section>
    </div>
  );
}

interface OwnStartProps {
  asked: Asked;
  round: Pick<RoundFacts, "number" | "itemIds" | "isNamed" | "isSplit" | "ownSide" | "ownFinished">;
  rated: number;
  /** The round's page; rating is below it. */
  page: string;
  action: string;
}

function OwnStart({ asked, round, rated, page, action }: OwnStartProps) {
  const { isNamed, isSplit, ownSide, ownFinished, itemIds } = round;
  if (ownFinished) {
    return (
      <Card className="grid content-start justify-items-start gap-4">
        <h2>
          You rated {rated} of {itemIds.length}
        </h2>
        <p>You have finished. You can look through your ratings and change them until the reveal.</p>
        <LinkButton href={`${page}/rate?view=list`} variant="secondary">
          Look through your ratings
        </LinkButton>
        <form method="post" action={action}>
          <Button type="submit" name="act" value="go-on" variant="quiet" size="small">
            I have not finished after all
          </Button>
        </form>
      </Card>
    );
  }
  return (
    <Card className="grid content-start justify-items-start gap-4">
      <h2>{rated === 0 ? "Before you start" : `You rated ${rated} of ${itemIds.length}`}</h2>
      <RoundPromise asked={asked} isNamed={isNamed} isSplit={isSplit} side={ownSide} />
      <LinkButton href={`${page}/rate?item=${itemIds[0]}`}>{rated === 0 ? `Start, about ${minutesFor(itemIds.length)} ${minutesFor(itemIds.length) === 1 ? "minute" : "minutes"}` : "Go on"}</LinkButton>
      {rated > 0 ? (
        <form method="post" action={action}>
          <Button type="submit" name="act" value="finish" variant="secondary">
            I have finished
          </Button>
        </form>
      ) : null}
    </Card>
  );
}
