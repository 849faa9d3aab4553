import { Button } from "@/components/ui/button";
import type { OwnRating } from "@/lib/domain/rounds/round";

interface NotesViewProps {
  /** Words that their writers show. */
  notes: readonly string[];
  /** The reader's own rating of the item; null for who was not asked. */
  own: OwnRating | null;
  itemId: string;
  /** Where the form goes. */
  action: string;
  isClosed: boolean;
}

/** Notes that people chose to show, and what one may do with one's own. */
export function NotesView({ notes, own, itemId, action, isClosed }: NotesViewProps) {
  const hasOwn = own !== null && own.note !== "";
  if (notes.length === 0 && !hasOwn) return null;
  return (
    <section className="grid gap-3">
      <h3>Notes people chose to show</h3>
      {notes.length === 0 ? <p className="text-muted">None yet.</p> : null}
      {notes.map((words, index) => (
        <blockquote key={`${index} ${words}`} className="measure border-l-4 border-line-strong pl-4 break-words whitespace-pre-line">
          {words}
        </blockquote>
      ))}
      <p className="text-[0.9375rem] text-muted">Notes stay private unless their writer shows them.</p>
      {hasOwn && !isClosed ? (
        <form method="post" action={action} className="grid justify-items-start gap-2 rounded-control bg-sunken p-4">
          <input type="hidden" name="item" value={itemId} />
          <input type="hidden" name="back" value="round" />
          <p className="measure break-words">
            {own.isNoteShown ? "Yours is shown" : "Yours is private"}: <q>{own.note}</q>
          </p>
          <Button type="submit" name="act" value={own.isNoteShown ? "hide-note" : "show-note"} variant="secondary" size="small">
            {own.isNoteShown ? "Take it back" : "Show it, without your name"}
          </Button>
        </form>
      ) : null}
    </section>
  );
}
