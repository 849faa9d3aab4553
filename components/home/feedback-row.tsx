import Link from "next/link";
import type { WaitingForm } from "@/lib/domain/feedback/form";

/** A form whose answers nobody has looked at yet. */
export function FeedbackRow({ teamId, form: { formId, title, waiting, held } }: { teamId: string; form: WaitingForm }) {
  return (
    <li className="work-row">
      <div className="min-w-0 break-words">
        <Link href={`/teams/${teamId}/feedback/${formId}/answers`} prefetch={false}>
          Look at {waiting === 1 ? "1 answer" : `${waiting} answers`} from the community
        </Link>
        <p className="work-note">
          {title}. {held === 0 ? "They count once somebody has looked at them." : held === waiting ? "Held, because something looks wrong." : `${held} of them ${held === 1 ? "is" : "are"} held, because something looks wrong.`}
        </p>
      </div>
    </li>
  );
}
