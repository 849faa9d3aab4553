import { buttonClasses, LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PreparedDownload } from "@/components/ui/prepared-download";
import { type ExportOptions, exportHref, exportPageHref } from "@/lib/exports/document/export-options";

interface ToolDownloadsProps {
  teamId: string;
  /** The slug of the tool. */
  tool: string;
  /** Whether the agency lets this person download answers. */
  mayExport: boolean;
}

/** This tool as a PDF at once, and the page with every other way. Where answers are not theirs, the blank form is. */
export function ToolDownloads({ teamId, tool, mayExport }: ToolDownloadsProps) {
  const options: Partial<ExportOptions> = { content: mayExport ? "tools" : "forms", tools: [tool] };
  return (
    <>
      <PreparedDownload
        href={exportHref(teamId, options)}
        fileKind="PDF"
        className={buttonClasses({ variant: "secondary", size: "small" })}
      >
        <Icon name="download" className="size-4" />
        {mayExport ? "Download this tool (PDF)" : "Download the blank form (PDF)"}
      </PreparedDownload>
      <LinkButton href={exportPageHref(teamId, options)} prefetch={false} variant="quiet" size="small">
        {mayExport ? "More ways to download" : "Why only the blank form?"}
      </LinkButton>
    </>
  );
}
