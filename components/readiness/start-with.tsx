import Link from "next/link";
import type { ReadinessReport } from "@/lib/domain/readiness/readiness";
import { formatGapStatement } from "@/lib/domain/readiness/gaps";
import { findStartWith, formatPickAct, formatPickReason, ONE_LOW_ITEM, type StartPick, type StartWith as Start } from "@/lib/domain/readiness/first-picks";

type Shown = Exclude<Start, { readonly kind: "no-areas" }>;

interface StartWithProps {
  report: ReadinessReport;
  toolsHref: string;
  rulesHref: string;
}

/** Where to begin, and why: three items, or one first step for a team that only begins. */
export function StartWith({ report, toolsHref, rulesHref }: StartWithProps) {
  const start = findStartWith(report);
  if (start.kind === "no-areas") return null;
  return (
    <section aria-labelledby="start-with" className="start-with">
      <h2 id="start-with">{HEADINGS[start.kind](start)}</h2>
      <Body start={start} report={report} toolsHref={toolsHref} />
      {start.kind === "picks" || start.kind === "first-step" ? (
        <p className="mt-3 text-[0.875rem] text-muted">
          {ONE_LOW_ITEM} <Link href={rulesHref}>How these are chosen</Link>
        </p>
      ) : null}
    </section>
  );
}

const HEADINGS: Record<Shown["kind"], (start: Shown) => string> = {
  "rate-first": () => "A first step",
  "first-step": () => "A first step",
  picks: (start) => (start.kind === "picks" && start.picks.length === 3 ? "Three to start with" : "To start with"),
  "nothing-low": () => "Nothing is rated low",
};

function Body({ start, report, toolsHref }: Omit<StartWithProps, "rulesHref"> & { start: Shown }) {
  const { assessment } = report;
  switch (start.kind) {
    case "rate-first":
      return (
        <p className="measure mt-2">
          Areas get a score once about half of their items are rated. The nearest one needs {start.missing}{" "}
          {start.missing === 1 ? "more rating" : "more ratings"}:{" "}
          <a href={`${toolsHref}/${assessment.slug}#${start.area.anchor}`}>{start.area.title}</a>
        </p>
      );
    case "first-step":
      return (
        <>
          <p className="measure mt-2">
            {start.priorities} of {report.headline.total} areas are a Priority so far. Many teams begin there. You don’t
            have to take on all of them: start with this one, and come back.
          </p>
          <Picks picks={[start.pick]} report={report} toolsHref={toolsHref} />
        </>
      );
    case "picks":
      return <Picks picks={start.picks} report={report} toolsHref={toolsHref} />;
    case "nothing-low":
      return <p className="measure mt-2">Every rated item of the areas with a score is at 4 or 5. Look at what is still blank or D/K.</p>;
  }
}

function Picks({ picks, report, toolsHref }: Pick<StartWithProps, "report" | "toolsHref"> & { picks: readonly StartPick[] }) {
  return (
    <ol className="start-picks">
      {picks.map((pick) => {
        const checklist = report.elements.find(({ id }) => id === pick.area.element)?.checklist?.tool.label ?? "the checklist";
        return (
          <li key={pick.gap.itemId} className="start-pick">
            <p className="text-[0.875rem] text-muted">{pick.area.title}</p>
            <h3>
              {/* A plain link: the tool page has to load anew to scroll to the item. */}
              <a href={`${toolsHref}/${pick.gap.tool.slug}#${pick.gap.itemId}`}>{formatGapStatement(pick.gap)}</a>
            </h3>
            <p>{formatPickReason(pick, checklist)}</p>
            <p className="text-muted">{formatPickAct(pick, checklist)}</p>
          </li>
        );
      })}
    </ol>
  );
}
