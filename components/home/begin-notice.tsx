import Link from "next/link";

interface BeginNoticeProps {
  teamId: string;
  mayInvite: boolean;
  mayImport: boolean;
}

/** The home of a team that has only begun. */
export function BeginNotice({ teamId, mayInvite, mayImport }: BeginNoticeProps) {
  return (
    <section aria-labelledby="begin" className="measure">
      <h2 id="begin" className="home-title">
        A good place to begin
      </h2>
      <p>
        Nothing is filled in yet. The toolkit asks leaders to <Link href="/guide">read about the approach</Link> first,
        and to bring together a team with at least one person who can make decisions, community partners, and people
        with lived experience.
        {mayInvite ? (
          <>
            {" "}
            <Link href={`/teams/${teamId}/people`}>Invite people</Link> whenever you are ready, and open the tools in any
            order.
          </>
        ) : null}
      </p>
      {mayImport ? (
        <p className="mt-2">
          Is your work in another PS-COPE Workbook? You can{" "}
          <Link href={`/teams/${teamId}/import`}>bring in its answers from a file</Link>.
        </p>
      ) : null}
    </section>
  );
}
