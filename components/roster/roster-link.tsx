import { OursTag } from "@/components/ui/tag";

/** Below Tool 8's table of the team: leads to the check of it. Says nothing of how that stands. */
export function RosterLink({ teamId }: { teamId: string }) {
  return (
    <div className="link-block">
      <OursTag />
      <p>
        <a href={`/teams/${teamId}/people#roster`}>Who the toolkit asks for</a>, and whether somebody here takes part in that way. People say it of themselves, and nobody is named.
      </p>
    </div>
  );
}
