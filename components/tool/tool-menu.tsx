import Link from "next/link";
import { type StepRef, WholeToolLink } from "@/components/tool/sections/step-links";
import { PreparedDownload } from "@/components/ui/prepared-download";
import { ToolKeyList } from "@/components/tool/tool-keys";
import { type ExportOptions, exportHref, exportPageHref } from "@/lib/exports/document/export-options";

interface ToolMenuProps {
  teamId: string;
  /** The slug of the tool. */
  tool: string;
  steps: readonly StepRef[];
  /** Whether the agency lets this person download answers. Where they are not theirs, the blank form is. */
  mayExport: boolean;
  /** The page that shows what is blank and asks before the tool is complete; null for people who may not. */
  reviewHref: string | null;
}

/** What can be done with a whole tool: its file, its history, its end. */
export function ToolMenu({ teamId, tool, steps, mayExport, reviewHref }: ToolMenuProps) {
  // A file goes places: people are in it by role, unless somebody chooses names.
  const options: Partial<ExportOptions> = { content: mayExport ? "tools" : "forms", tools: [tool], names: "roles" };
  return (
    <>
      <li>
        <PreparedDownload href={exportHref(teamId, options)} fileKind="PDF" className="quiet-menu-entry">
          {mayExport ? "Download this tool (PDF)" : "Download the blank form (PDF)"}
        </PreparedDownload>
      </li>
      <li>
        <Link href={exportPageHref(teamId, options)} prefetch={false} className="quiet-menu-entry">
          {mayExport ? "More ways to download" : "Why only the blank form?"}
        </Link>
      </li>
      <li>
        <Link href={`/teams/${teamId}/tools/${tool}/history`} prefetch={false} className="quiet-menu-entry">
          History
        </Link>
      </li>
      {reviewHref ? (
        <li>
          <Link href={reviewHref} prefetch={false} className="quiet-menu-entry">
            Check your answers
          </Link>
        </li>
      ) : null}
      {steps.length > 0 ? (
        <li>
          <WholeToolLink steps={steps} className="quiet-menu-entry" />
        </li>
      ) : null}
      <li className="apart menu-keys">
        <p>Keys</p>
        <ToolKeyList />
      </li>
    </>
  );
}
