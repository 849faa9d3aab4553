import type { ExportDocument } from "./export-document";
import type { ExportContent, ExportOptions } from "./export-options";

/** What tells two downloads of the same content apart: the one to share outside must not be mistaken for the other. */
function variantOf({ content, names, isLargePrint, hasComments, hasHistory }: ExportOptions): string {
  const isFilled = content !== "forms";
  const hasAttachments = isFilled && content !== "readiness" && content !== "brief" && content !== "compare";
  const parts = [
    ...(isFilled && names === "roles" ? ["roles only"] : []),
    ...(hasAttachments && hasComments ? ["with comments"] : []),
    ...(hasAttachments && hasHistory ? ["with history"] : []),
    ...(isLargePrint ? ["large print"] : []),
  ];
  return parts.length > 0 ? ` (${parts.join(", ")})` : "";
}

/** "PS-COPE Tool 3 (large print), Riverbend Fire Department, 2026-11-22.pdf": the day is that of the export's own time zone. */
export function exportFileName(
  { options, about, tools }: Pick<ExportDocument, "options" | "about"> & { readonly tools: readonly { readonly label: string }[] },
  extension: string,
): string {
  const names: Record<ExportContent, string> = {
    toolkit: "PS-COPE Toolkit",
    tools: `PS-COPE ${tools.length === 1 ? tools[0]?.label : "tools"}`,
    readiness: "PS-COPE readiness and gaps",
    brief: "PS-COPE brief",
    plan: "PS-COPE plan",
    compare: "PS-COPE comparison",
    forms: "PS-COPE blank forms",
  };
  // Canada writes days as ISO 8601 does.
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: about.timeZone, dateStyle: "short" }).format(new Date(about.at));
  const milestone = about.milestone ? `, ${about.milestone.name}` : "";
  return `${names[options.content]}${variantOf(options)}${milestone}, ${about.agencyName}, ${day}.${extension}`;
}
