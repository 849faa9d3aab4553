import type { ExportContent, ExportFormat, ExportOptions } from "@/lib/exports/document/export-options";
import type { ExportPreview } from "@/lib/exports/read/export-preview";

interface Choice {
  readonly label: string;
  readonly hint: string;
}

export const CONTENT_CHOICES: Record<ExportContent, Choice> = {
  toolkit: {
    label: "The whole toolkit",
    hint: "All tools with your team’s answers, and the readiness and gap report.",
  },
  tools: { label: "Some tools", hint: "With your team’s answers. Choose which below." },
  readiness: { label: "The readiness and gap report alone", hint: "Where you stand in each area, and what is missing." },
  brief: { label: "A one-page brief", hint: "For a wall or a council: what is strong, three priorities, what is planned. As PDF." },
  compare: { label: "A comparison of two days", hint: "What is higher, the same or lower, and what became of the plan. Not as JSON." },
  plan: { label: "The plan alone", hint: "The tools for planning and evaluation." },
  forms: {
    label: "Blank forms",
    hint: "To fill in by hand, for meetings without screens. Nothing your team wrote is in them.",
  },
};

export const FORMAT_CHOICES: Record<ExportFormat, Choice> = {
  pdf: { label: "PDF", hint: "To read, print, share and keep. Works with screen readers." },
  docx: { label: "Word", hint: "To edit, or to take parts into a report of your own." },
  xlsx: { label: "Excel", hint: "To sort, filter and count. Each kind of information has its own sheet." },
  csv: { label: "CSV", hint: "The same tables as plain text in one zip file, for other programs." },
  json: { label: "JSON", hint: "For computer programs, and for bringing the answers into an empty team." },
};

/** What a file of each format is called while it is made: "Making the …". */
export const FILE_KINDS: Record<ExportFormat, string> = {
  pdf: "PDF",
  docx: "Word file",
  xlsx: "Excel file",
  csv: "zip file",
  json: "JSON file",
};

/** "1 tool", "12 tools", "no tools". */
export function countOf(count: number, one: string, many: string): string {
  return `${count === 0 ? "no" : count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

/** Whether it has pages. */
export function isPrinted({ format }: ExportOptions): boolean {
  return format === "pdf" || format === "docx";
}

function join(words: readonly string[]): string {
  return new Intl.ListFormat("en-US").format(words);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** What was asked for beside the tools, each with its number. */
function attachments({ options, tools }: ExportPreview): string[] {
  const total = (name: "comments" | "changes" | "files") => sum(tools.map((tool) => tool[name]));
  const files = countOf(total("files"), "supporting file", "supporting files");
  return [
    ...(options.hasComments ? [countOf(total("comments"), "comment", "comments")] : []),
    ...(options.hasHistory ? [countOf(total("changes"), "change", "changes")] : []),
    ...(options.hasEvidence ? [total("files") > 0 ? `a list of ${files}` : files] : []),
  ];
}

/**
 * The whole preview in a sentence or two, for everyone who is told of a change without looking at the page: it differs
 * whenever the file would.
 */
export function summarise(preview: ExportPreview): string {
  const { options, tools, hasReadiness, about } = preview;
  const size = options.isLargePrint && isPrinted(options) ? " in large print" : "";
  const kind = `${FORMAT_CHOICES[options.format].label}${size}`;
  if (options.content === "compare") return `${kind} with what changed between the two days.`;
  if (tools.length === 0 && !hasReadiness && options.content !== "brief") return "None of these tools is open to you.";
  if (options.content === "forms") return `${kind} with ${countOf(tools.length, "blank form", "blank forms")}.`;
  const { answered, total } = about.completeness;
  const parts = [
    ...(hasReadiness ? ["the readiness and gap report"] : []),
    ...(tools.length > 0 ? [countOf(tools.length, "tool", "tools")] : []),
    ...(tools.length > 0 ? attachments(preview) : []),
  ];
  const people = options.names === "roles" ? "role" : "name";
  return `${kind} with ${join(parts)}. ${answered} of ${total} questions are answered. People are shown by ${people}.`;
}

/** One tool's line in the preview: "12 of 40 answered, complete, 3 comments". */
export function describeTool(tool: ExportPreview["tools"][number], { content }: ExportPreview["options"]): string {
  if (content === "forms") return "";
  const { progress, status, comments, changes, files } = tool;
  return [
    progress.total === 0 ? "" : `${progress.answered} of ${progress.total} answered`,
    status === "complete" ? "complete" : "",
    comments > 0 ? countOf(comments, "comment", "comments") : "",
    changes > 0 ? countOf(changes, "change", "changes") : "",
    files > 0 ? countOf(files, "file", "files") : "",
  ]
    .filter(Boolean)
    .join(", ");
}

/** What people should know before they share the file. */
export function listNotes({ options, tools, about }: ExportPreview): readonly string[] {
  const isForms = options.content === "forms";
  const hasTools = !isForms && tools.length > 0;
  return [
    ...(about.milestone ? ["A milestone does not change: the same choices give the same file, whenever somebody downloads it.", ...about.milestone.unknown] : []),
    ...(!isForms && options.content !== "compare" && about.completeness.answered === 0 ? ["Nothing is answered yet, so there is little to read in it."] : []),
    ...(hasTools && options.hasComments ? ["Comments were written for your team. Please read them before you share this file."] : []),
    ...(hasTools && options.hasHistory ? ["The history shows earlier answers too, also those that were taken back."] : []),
    ...(hasTools && options.hasEvidence ? ["Supporting files are listed by name. The files themselves are not included."] : []),
    ...(!isForms && options.names === "roles" ? ["Names that people typed into answers, comments or file names stay as they are."] : []),
    ...(isPrinted(options) && !isForms
      ? ["If a letter or sign can’t be shown, it is marked � and you are told how many there are. Nothing is left out silently."]
      : []),
  ];
}
