import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DateTime } from "@/components/ui/date-time";
import type { ImportReport } from "@/lib/imports/import-report";
import { ImportForm } from "./import-form";
import { Lines } from "./import-lines";
import { countAnswers, countOf, ImportedTools } from "./imported-tools";

/** Shows what would come in and what would not, then asks. */
export function FoundInFile({ teamId, report }: { teamId: string; report: ImportReport }) {
  const { tools, leftOut, inFile } = report;
  const answers = countOf(countAnswers(tools), "answer");
  const complete = tools.filter(({ isComplete }) => isComplete).length;
  return (
    <div className="grid gap-8">
      <section aria-labelledby="in-file" className="grid gap-5">
        <h2 id="in-file">What is in this file</h2>
        <Source {...report.source} />
        <ImportedTools caption="Tools in this file" tools={tools} statusLabel="In the file" />
      </section>
      {leftOut.length > 0 ? (
        <Alert tone="warning" title="Some of this file does not fit here">
          <p className="mt-1">It is left out. Everything else comes in{inFile === undefined ? "" : `: ${countAnswers(tools)} of ${countOf(inFile, "answer")}`}.</p>
          <Lines lines={leftOut} />
        </Alert>
      ) : null}
      <LeftBehind {...report.leftBehind} />
      <section aria-labelledby="bring-in" className="measure grid gap-5">
        <h2 id="bring-in">Bring these answers in?</h2>
        <ImportForm teamId={teamId} intent="import" className="grid gap-5">
          {complete > 0 ? (
            <Checkbox
              name="complete"
              value="1"
              label={`Also mark complete ${complete === 1 ? "the tool" : `the ${complete} tools`} that ${complete === 1 ? "was" : "were"} complete in the file`}
              hint="It is recorded as done by you. You can reopen a tool at any time."
            />
          ) : null}
          <Button type="submit" className="justify-self-start">
            Bring in {answers}
          </Button>
        </ImportForm>
        <ImportForm teamId={teamId} intent="discard">
          <Button type="submit" variant="secondary">
            Choose another file
          </Button>
        </ImportForm>
      </section>
    </div>
  );
}

function Source({ agency, team, at }: ImportReport["source"]) {
  const facts = [
    { name: "Agency", value: agency },
    { name: "Team", value: team },
    { name: "Downloaded", value: at ? <DateTime iso={at} /> : "" },
  ];
  return (
    <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_1fr]">
      {facts.map(({ name, value }) => (
        <div key={name} className="contents">
          <dt className="font-semibold">{name}</dt>
          <dd className="mb-2 min-w-0 break-words sm:mb-0">{value || "The file does not say"}</dd>
        </div>
      ))}
    </dl>
  );
}

function LeftBehind({ conversations, changes, files, values = 0, links = 0 }: ImportReport["leftBehind"]) {
  const things = [
    conversations > 0 ? countOf(conversations, "conversation") : "",
    changes > 0 ? `${countOf(changes, "earlier change")} of answers` : "",
    files > 0 ? `${countOf(files, "supporting file")}, listed by name only` : "",
    values > 0 ? `${countOf(values, "value")} over time of indicators` : "",
    links > 0 ? `${countOf(links, "link")} between gaps, priorities, ideas and goals` : "",
    "Who wrote each answer, and when",
  ].filter(Boolean);
  return (
    <section aria-labelledby="stays" className="measure">
      <h2 id="stays">What stays behind</h2>
      <p className="mt-2">The answers come in as added by you, today. This stays in the file:</p>
      <ul className="bullets mt-2">
        {things.map((thing) => (
          <li key={thing}>{thing}</li>
        ))}
      </ul>
    </section>
  );
}
