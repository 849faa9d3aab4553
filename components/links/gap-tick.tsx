import { GAP_STOP_LABELS, type GapStop } from "@/lib/domain/plan/trace";
import { gapHref } from "./gap-href";

interface GapTickProps {
  teamId: string;
  itemId: string;
  /** The statement, for people who hear the controls alone. */
  words: string;
  stop: GapStop;
  /** Whether the reader may make it a priority here. */
  mayMake: boolean;
}

/** Beside a gap in a list: how far it has come, or a box and a button that make it a priority. Within a `GapChooser`. */
export function GapTick({ teamId, itemId, words, stop, mayMake }: GapTickProps) {
  if (stop !== "rated") {
    return (
      <p className="gap-stop">
        <a href={`${gapHref(teamId, itemId)}#priority`}>
          {GAP_STOP_LABELS[stop]}
          <span className="sr-only">: {words}</span>
        </a>
      </p>
    );
  }
  if (!mayMake) return null;
  return (
    <p className="gap-tick no-print">
      <label>
        <input type="checkbox" name="gap" value={itemId} className="tick" />
        <span>
          Choose<span className="sr-only">: {words}</span>
        </span>
      </label>
      <button type="button" data-make-priority={itemId} className="button button-quiet button-small">
        Make this a priority<span className="sr-only">: {words}</span>
      </button>
    </p>
  );
}
