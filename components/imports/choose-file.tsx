import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { SCHEMA_PATH } from "@/lib/exports/json/json-schema";
import { ImportForm } from "./import-form";

/** Where a message about the file leads to. */
export const FILE_FIELD = "file";

/** What this is for, and the file to choose. */
export function ChooseFile({ teamId }: { teamId: string }) {
  return (
    <div className="measure grid gap-8">
      <div className="prose-block">
        <p>
          If your team’s work is in another PS-COPE Workbook, you can bring its answers here. Download them there as JSON,
          with the whole toolkit. Then choose that file.
        </p>
        <p>
          The answers of all tools come in, and are recorded as added by you. Comments, files, earlier versions, and who
          wrote what stay behind.
        </p>
      </div>
      <ImportForm teamId={teamId} intent="check" className="grid gap-5">
        <Field id={FILE_FIELD} label="File to bring in" hint="A JSON file, up to 32 MB. You will see what is in it before anything changes.">
          {(control) => (
            <input
              {...control}
              type="file"
              name="file"
              required
              accept=".json,application/json"
              className="block w-full min-w-0 cursor-pointer text-muted file:mr-3 file:min-h-11 file:cursor-pointer file:rounded-control file:border file:border-solid file:border-primary file:bg-surface file:px-4 file:font-semibold file:text-link"
            />
          )}
        </Field>
        <Button type="submit" className="justify-self-start">
          Check the file
        </Button>
      </ImportForm>
      <p className="text-[0.9375rem] text-muted">
        For people who write software: the file is described by a <a href={SCHEMA_PATH}>JSON Schema</a>.
      </p>
    </div>
  );
}
