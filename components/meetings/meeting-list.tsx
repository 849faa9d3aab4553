import Link from "next/link";
import { formatMeetingTime, type MeetingLine } from "@/lib/domain/meetings/meeting";
import { formatDay } from "@/lib/domain/text/due-words";

interface MeetingListProps {
  teamId: string;
  id: string;
  title: string;
  meetings: readonly MeetingLine[];
  /** Said when there are none. */
  empty: string;
}

/** Meetings with when, where and what came of them. */
export function MeetingList({ teamId, id, title, meetings, empty }: MeetingListProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="home-title mb-1">
        {title}
      </h2>
      {meetings.length === 0 ? <p className="measure text-muted">{empty}</p> : null}
      <ul className="agenda-rows">
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <Link href={`/teams/${teamId}/meetings/${meeting.id}`} prefetch={false}>
              {formatDay(meeting.heldOn)}
              {meeting.startsAt ? `, ${formatMeetingTime(meeting.startsAt)}` : ""}
            </Link>
            <p className="work-note">{noteOf(meeting)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function noteOf({ place, isClosed, decisions }: MeetingLine): string {
  const decided = decisions === 0 ? "" : decisions === 1 ? "1 decision" : `${decisions} decisions`;
  return [place, decided, isClosed ? "Closed" : ""].filter(Boolean).join(" · ");
}
