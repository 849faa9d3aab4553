import { type Asked, describeAsked } from "@/lib/domain/rounds/asked-words";
import { SIDE_LABELS, type Side } from "@/lib/domain/rounds/shown-item";

interface PromiseProps {
  /** Whom the round asks; null where that is not known yet. */
  asked: Asked | null;
  isNamed: boolean;
  isSplit: boolean;
  /** On which side the reader counts. */
  side: Side | null;
}

/** What everyone is told before the first answer. Each sentence is held by a test, or it goes. */
export function RoundPromise({ asked, isNamed, isSplit, side }: PromiseProps) {
  return (
    <ul className="bullets grid gap-2">
      {asked ? <li>{describeAsked(asked)}</li> : null}
      <li>Until the reveal nobody sees your ratings: not the lead, not an administrator.</li>
      {isNamed ? (
        <>
          <li>After it, everyone in the team sees who rated what, by name.</li>
          <li>When the round closes, your ratings stay with your name.</li>
        </>
      ) : (
        <>
          <li>After it, everyone in the team sees all ratings as dots without names.</li>
          {isSplit ? (
            <li>
              The team also sees how public safety and the community rated, in three groups, where at least three rated on each side.
              That shows, too, when all of one side chose alike.{side ? ` You count with: ${SIDE_LABELS[side]}.` : ""}
            </li>
          ) : null}
          <li>When the round closes, the tie between you and your ratings is destroyed. It can’t be undone.</li>
        </>
      )}
      <li>The team can see that you have finished.</li>
      <li>{isNamed ? "Below three ratings nothing is shown." : "In a small team somebody may still guess. Below three ratings nothing is shown."}</li>
      <li>Notes stay private unless their writer shows them.{isNamed ? "" : " Those that you have not shown are deleted when the round closes."}</li>
    </ul>
  );
}

/** Above each item, in one line. */
export function promiseLine(isNamed: boolean): string {
  return isNamed ? "Only you see your ratings. After the reveal the team sees them with names." : "Only you see your ratings. After the reveal the team sees dots, never who.";
}
