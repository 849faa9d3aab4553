import { Table } from "@/components/ui/table";
import type { ReadinessArea } from "@/lib/domain/readiness/readiness";
import { formatDontKnow, formatScore } from "@/lib/domain/readiness/scoring";
import type { AreaPlanned } from "./area-graphic";
import { LastAnswered } from "./last-answered";
import { BandTag } from "./report-tags";

interface AreaTableProps {
  areas: readonly ReadinessArea[];
  /** Address of Tool 9; each area links to its place there. */
  toolHref: string;
  planned: ReadonlyMap<string, AreaPlanned>;
}

/** The ten areas of Tool 9 with everything that counts beside the score. */
export function AreaTable({ areas, toolHref, planned }: AreaTableProps) {
  return (
    <Table caption="Scores of the ten areas of Tool 9" captionHidden className="min-w-[38rem]">
      <thead>
        <tr>
          <th scope="col">Area</th>
          <th scope="col">Band</th>
          <th scope="col">Score</th>
          <th scope="col">Rated</th>
          <th scope="col">D/K</th>
          <th scope="col">Last answer</th>
          {planned.size > 0 ? <th scope="col">In the plan</th> : null}
        </tr>
      </thead>
      <tbody>
        {areas.map((area) => (
          <AreaRow key={area.id} area={area} href={`${toolHref}#${area.anchor}`} planned={planned.size > 0 ? (planned.get(area.id) ?? null) : undefined} />
        ))}
      </tbody>
    </Table>
  );
}

function AreaRow({ area: { title, score, lastAnswered }, href, planned }: { area: ReadinessArea; href: string; /** Undefined where the table has no such column. */ planned: AreaPlanned | null | undefined }) {
  const meanings = formatDontKnow(score.dontKnow);
  return (
    <tr>
      <th scope="row" className="max-w-[24rem]">
        <a href={href}>{title}</a>
      </th>
      <td>
        <BandTag band={score.status === "scored" ? score.band : null} />
      </td>
      <td>{score.status === "scored" ? formatScore(score) : <NoScore />}</td>
      <td className="whitespace-nowrap">
        {score.rated} of {score.total}
      </td>
      <td>
        {score.dontKnow.total}
        {meanings ? <span className="block text-[0.875rem] text-muted">{meanings}</span> : null}
      </td>
      <td className="text-[0.9375rem]">
        <LastAnswered event={lastAnswered} />
      </td>
      {planned === undefined ? null : <td className="text-[0.9375rem]">{planned ? <a href={planned.href}>{planned.words}</a> : "–"}</td>}
    </tr>
  );
}

function NoScore() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr-only">No score</span>
    </>
  );
}
