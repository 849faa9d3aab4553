import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

interface PanelStateProps {
  /** Why there is nothing to show; null while it is on its way. */
  readonly failure: string | null;
  readonly onRetry: () => void;
}

/** What a tab shows before it has its data, or instead of it. */
export function PanelState({ failure, onRetry }: PanelStateProps) {
  if (failure === null) {
    return (
      <p role="status" className="text-muted">
        Loading
      </p>
    );
  }
  return (
    <Alert tone="error">
      <p>{failure}</p>
      <Button variant="secondary" size="small" className="mt-3" onClick={onRetry}>
        Try again
      </Button>
    </Alert>
  );
}
