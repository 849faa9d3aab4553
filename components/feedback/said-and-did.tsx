import { Icon } from "@/components/ui/icon";
import { type PublicOutcome, standingOf } from "@/lib/domain/feedback/outcome";

/** "You said, we did", as the public reads it at the form's address. */
export function SaidAndDid({ outcomes }: { outcomes: readonly PublicOutcome[] }) {
  return (
    <ul className="grid gap-6">
      {outcomes.map((outcome) => (
        <li key={outcome.id} className={outcome.standing === "done" ? "feedback-did feedback-did-done" : "feedback-did"}>
          <p className="font-semibold wrap-anywhere">“{outcome.said}”</p>
          <p className="wrap-anywhere whitespace-pre-line">{outcome.did}</p>
          <p className="feedback-standing">
            {outcome.standing === "done" ? <Icon name="check" className="size-4" /> : null}
            {standingOf(outcome)}
          </p>
        </li>
      ))}
    </ul>
  );
}
