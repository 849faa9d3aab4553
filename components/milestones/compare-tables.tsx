import { Table } from "@/components/ui/table";
import { Tag, type TagTone } from "@/components/ui/tag";
import { DONT_KNOW_LABELS, SCORE_LABELS, STATUS_LABELS } from "@/lib/domain/answer/answers";
import { type ComparedArea, formatAreaChange, formatAreaScore, formatBandChange } from "@/lib/domain/milestones/compare-areas";
import { type ComparedItem, ITEM_MOVE_LABELS, type ItemMove } from "@/lib/domain/milestones/compare-items";
import type { SeriesDay } from "@/lib/domain/milestones/comparison";
import { formatDay } from "@/lib/domain/text/due-words";

const TONES: Partial<Record<ItemMove, TagTone>> = { higher: "success", resolved: "info", lower: "warm", unknown: "warm" };

function formatValue(value: ComparedItem["then"]): string {
  if (value === null) return "–";
  if (typeof value === "number") return `${value} ${SCORE_LABELS[value]}`;
  return { ...DONT_KNOW_LABELS, ...STATUS_LABELS }[value];
}

/** Statements with both answers and what became of them. */
export function ItemsTable({ caption, items, areas }: { caption: string; items: readonly ComparedItem[]; areas: readonly Pick<ComparedArea, "id" | "name">[] }) {
  const nameOf = (group: string) => areas.find(({ id }) => id === group)?.name;
  return (
    <Table caption={caption} captionHidden className="min-w-[38rem]">
      <thead>
        <tr>
          <th scope="col">Statement</th>
          <th scope="col">Then</th>
          <th scope="col">Later</th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row" className="font-normal">
              {item.words}
              {nameOf(item.group) ? <span className="block text-[0.9375rem] text-muted">{nameOf(item.group)}</span> : null}
            </th>
            <td>{formatValue(item.then)}</td>
            <td>{formatValue(item.now)}</td>
            <td>
              <span className="grid justify-items-start gap-1">
                <Tag tone={TONES[item.move] ?? "neutral"}>{ITEM_MOVE_LABELS[item.move]}</Tag>
                {item.move === "resolved" && typeof item.now === "number" && item.now <= 2 ? <span className="text-[0.9375rem]">Now known, and a gap</span> : null}
                {item.isCarried ? <span className="text-[0.9375rem] text-muted">Carried forward, not yet looked at</span> : null}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The areas on every day between the two, with change and band in words. */
export function AreasTable({ areas, series }: { areas: readonly ComparedArea[]; series: readonly SeriesDay[] }) {
  return (
    <Table caption="The areas over time" captionHidden className="min-w-[42rem]">
      <thead>
        <tr>
          <th scope="col">Area</th>
          {series.map(({ id, name, onDay }) => (
            <th key={id ?? "now"} scope="col">
              {name}
              <span className="block font-normal text-muted">{formatDay(onDay)}</span>
            </th>
          ))}
          <th scope="col">Change</th>
          <th scope="col">Band</th>
        </tr>
      </thead>
      <tbody>
        {areas.map((area) => (
          <tr key={area.id}>
            <th scope="row">
              {area.name}: {area.title}
            </th>
            {series.map((day) => {
              const score = day.areas.find(({ id }) => id === area.id)?.score ?? null;
              return (
                <td key={day.id ?? "now"}>{score ? `${formatAreaScore(score)} (${score.rated} of ${score.total} rated${score.dontKnow.total > 0 ? `, ${score.dontKnow.total} D/K` : ""})` : formatAreaScore(score)}</td>
              );
            })}
            <td>{formatAreaChange(area.change)}</td>
            <td>{formatBandChange(area)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
