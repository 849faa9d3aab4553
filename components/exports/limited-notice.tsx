import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { type Exporters, mayExport, ROLE_LABELS, ROLES } from "@/lib/platform/auth/permissions";

/** Why only blank forms are offered, and who can help. */
export function LimitedNotice({ teamId, exporters }: { teamId: string; exporters: Exporters }) {
  const roles = ROLES.filter((role) => mayExport(role, exporters)).map((role) => `${ROLE_LABELS[role].toLowerCase()}s`);
  return (
    <Alert title="Your agency limits who may download the team’s work" className="mb-6">
      <p className="mt-1">
        {new Intl.ListFormat("en-US").format(roles).replace(/^./, (first) => first.toUpperCase())} can. If you need a file, ask
        one of them: <Link href={`/teams/${teamId}/people`}>see who is in this team</Link>. You can still read everything here
        that you could read before, and download blank forms.
      </p>
    </Alert>
  );
}
