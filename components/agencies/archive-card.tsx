import { buttonClasses } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";

/** Everything of the agency in one file. A plain link: the browser shows how far a long download is. */
export function ArchiveCard({ agencyId }: { agencyId: string }) {
  return (
    <Card>
      <h2>Take everything with you</h2>
      <p className="measure mt-2">
        One zip file with the work of every team: the toolkit as PDF, Excel and JSON with comments, every change of every answer, all
        supporting files, the list of people with their email addresses, and the log of who did what.
      </p>
      <p className="measure mt-2 text-muted">
        It can hold private details. Keep it where only people who may read the workbook can open it. With several teams
        it takes a minute or more.
      </p>
      <a href={`/api/agencies/${agencyId}/archive`} download className={`${buttonClasses({ variant: "secondary" })} mt-4`}>
        <Icon name="download" className="size-4" />
        Download the archive (zip)
      </a>
    </Card>
  );
}
