import { Button } from "@/components/ui/button";
import type { PlanMessage } from "./use-plan-changes";

interface PlanMessageBarProps {
  message: PlanMessage | null;
  onDismiss: () => void;
}

/** What became of the last change, told once; beside it what can be done about it. Stays until the next one. */
export function PlanMessageBar({ message, onDismiss }: PlanMessageBarProps) {
  return (
    <div className="plan-message no-print" data-has-words={message !== null || undefined} data-failed={message?.isFailed || undefined}>
      <p role="status">{message?.text}</p>
      {message ? (
        <span className="plan-message-acts">
          {message.offer ? (
            <Button variant="secondary" size="small" onClick={message.offer.act}>
              {message.offer.label}
            </Button>
          ) : null}
          <Button variant="quiet" size="small" onClick={onDismiss}>
            Close<span className="sr-only"> this message</span>
          </Button>
        </span>
      ) : null}
    </div>
  );
}
