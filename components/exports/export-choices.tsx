import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldGroup } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { toolName } from "@/lib/domain/tool/items";
import { EXPORT_FORMATS, type ExportOptions, FORM_FORMATS } from "@/lib/exports/document/export-options";
import type { ExportRights } from "@/lib/exports/read/export-rights";
import { CONTENT_CHOICES, FORMAT_CHOICES } from "./export-words";

interface ExportChoicesProps {
  /** What is chosen already. */
  options: ExportOptions;
  rights: ExportRights;
  /** False of a milestone that holds people's roles alone. */
  keepsNames: boolean;
}

/**
 * Every choice of an export, as plain form fields. What does not go with the others is hidden by styles alone
 * (app/styles/export.css), so it works without JavaScript; the server ignores it anyway.
 */
export function ExportChoices({ options, rights, keepsNames }: ExportChoicesProps) {
  const isOfNow = options.milestone === null;
  const offered = rights.contents.some((content) => content !== "forms") ? EXPORT_FORMATS : FORM_FORMATS;
  const formats = options.content === "compare" ? offered.filter((format) => format !== "json") : offered;
  return (
    <Card className="grid gap-8">
      <RadioGroup
        name="content"
        label="What to download"
        options={rights.contents.map((content) => ({ value: content, ...CONTENT_CHOICES[content] }))}
        defaultValue={options.content}
      />
      <div data-for="tools">
        <FieldGroup
          id="which-tools"
          label="Which tools"
          hint={<span data-for="forms">Choose none to get the forms of all of them.</span>}
        >
          <div className="grid gap-2.5 xl:grid-cols-2">
            {rights.tools.map((tool) => (
              <Checkbox
                key={tool.slug}
                name="tool"
                value={tool.slug}
                label={toolName(tool)}
                defaultChecked={options.tools.includes(tool.slug)}
              />
            ))}
          </div>
        </FieldGroup>
      </div>
      {rights.isLimited || options.content === "compare" ? null : (
        <div data-for="answers">
          <FieldGroup label="What to put with the answers">
            <div className="grid gap-2.5">
              {isOfNow ? (
                <>
                  <Checkbox name="comments" value="1" label="Comments" hint="What your team wrote beside the answers." defaultChecked={options.hasComments} />
                  <Checkbox
                    name="history"
                    value="1"
                    label="History"
                    hint="The changes of every answer, with who made them and when. What one person changes within a minute is one change."
                    defaultChecked={options.hasHistory}
                  />
                </>
              ) : null}
              {/* The list is there unless the form says otherwise: an empty box sends nothing, so this does. */}
              <input type="hidden" name="evidence" value="0" />
              <Checkbox
                name="evidence"
                value="1"
                label="List of supporting files"
                hint="Their names, and who added them. The files themselves are not included."
                defaultChecked={options.hasEvidence}
              />
            </div>
          </FieldGroup>
        </div>
      )}
      {keepsNames ? (
        <RadioGroup
          name="names"
          label="How people are shown"
          options={[
            { value: "names", label: "By name", hint: isOfNow ? "The names people chose for this agency." : "The names people had when the milestone was made." },
            {
              value: "roles",
              label: "By role only",
              hint: "For sharing outside: “Team lead” instead of a name. Names that people typed into answers or comments stay.",
            },
          ]}
          defaultValue={options.names}
        />
      ) : (
        <input type="hidden" name="names" value="roles" />
      )}
      <RadioGroup
        id="file-format"
        name="format"
        label="File format"
        options={formats.map((format) => ({ value: format, ...FORMAT_CHOICES[format] }))}
        defaultValue={options.format}
      />
      <div data-for="print">
        <FieldGroup label="Print size">
          <Checkbox name="largePrint" value="1" label="Large print" hint="Bigger letters, for PDF and Word." defaultChecked={options.isLargePrint} />
        </FieldGroup>
      </div>
      <input type="hidden" name="timeZone" value={options.timeZone} />
      {options.milestone === null ? null : <input type="hidden" name="milestone" value={options.milestone} />}
      {options.until === null ? null : <input type="hidden" name="until" value={options.until} />}
    </Card>
  );
}
