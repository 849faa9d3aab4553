import { Alert } from "@/components/ui/alert";
import { showPerson } from "@/lib/domain/people/person";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { exportFileName } from "@/lib/exports/document/export-file-name";
import { fileTypeOf } from "@/lib/exports/document/file-types";
import { formatInstant } from "@/lib/exports/print/print-dates";
import type { ExportPreview } from "@/lib/exports/read/export-preview";
import type { AskedExport } from "./asked-export";
import { countOf, describeTool, isPrinted, listNotes, summarise } from "./export-words";

/** The preview in a sentence, or what to change first. Read out whenever it changes. */
export function PreviewSummary({ preview, problem }: { preview: ExportPreview | null; problem: AskedExport["problem"] }) {
  return (
    <div role="status">
      {problem ? (
        <Alert>
          <p>
            {problem.message}{" "}
            {problem.parameter ? (
              <a href={problem.parameter === "tool" ? "#which-tools" : "#file-format"}>
                {problem.parameter === "tool" ? "Go to the tools" : "Go to the file format"}
              </a>
            ) : null}
          </p>
        </Alert>
      ) : null}
      {preview ? <p className="mt-2 first:mt-0">{summarise(preview)}</p> : null}
    </div>
  );
}

/** What the file will hold, in order, and what it will say about itself. */
export function PreviewParts({ preview }: { preview: ExportPreview }) {
  const { options, about, tools, hasReadiness } = preview;
  const notes = listNotes(preview);
  const { toolsComplete, tools: toolCount, answered, total } = about.completeness;
  const facts: readonly (readonly [string, string])[] = [
    ["File name", exportFileName(preview, fileTypeOf(options.format).extension)],
    ["Agency and team", `${about.agencyName}, ${about.teamName}`],
    ["Date", formatInstant(about.at, about.timeZone)],
    [about.milestone ? "Milestone made by" : "Made by", showPerson(preview.people, about.exportedBy)],
    ...(options.content === "forms" || options.content === "compare"
      ? []
      : [["Completeness", `${toolsComplete} of ${countOf(toolCount, "tool", "tools")} complete, ${answered} of ${total} questions answered`] as const]),
    ["Versions", `Toolkit ${about.toolkitVersion}, rules for scores and gaps ${about.rulesVersion}`],
  ];
  return (
    <>
      <h3 className="text-[1.0625rem]">In this order</h3>
      <ol className="mt-2 grid gap-1.5">
        {options.content === "toolkit" && isPrinted(options) ? <li>Cover, contents and completion record</li> : null}
        {options.content === "compare" ? <li>What changed: areas, ratings, checklists and the plan</li> : null}
        {hasReadiness ? <li>Readiness and gap report</li> : null}
        {tools.map((tool) => (
          <li key={toolKey(tool.ref)} className="break-words">
            {tool.name}
            {describeTool(tool, options) ? <span className="block text-[0.9375rem] text-muted">{describeTool(tool, options)}</span> : null}
          </li>
        ))}
      </ol>
      <h3 className="mt-6 text-[1.0625rem]">What it says about itself</h3>
      <dl className="mt-2 grid gap-2">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt className="text-[0.9375rem] text-muted">{name}</dt>
            <dd className="break-words">{text}</dd>
          </div>
        ))}
      </dl>
      {notes.length > 0 ? (
        <>
          <h3 className="mt-6 text-[1.0625rem]">Good to know</h3>
          <ul className="mt-2 grid list-disc gap-1.5 pl-6">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
