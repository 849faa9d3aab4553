import { DONT_KNOW_LABELS, SCORE_LABELS, STATUS_LABELS } from "@/lib/domain/answer/answers";
import { type ComparedArea, formatAreaChange, formatAreaScore, formatBandChange } from "@/lib/domain/milestones/compare-areas";
import { type ComparedItem, ITEM_MOVE_LABELS, type ItemMove, listMoved } from "@/lib/domain/milestones/compare-items";
import { type ComparedIdea, formatActions } from "@/lib/domain/milestones/compare-plan";
import { type Comparison, describeCompared, formatCompared, STANDING_LABELS } from "@/lib/domain/milestones/comparison";
import { ACTION_STATUS_LABELS } from "@/lib/domain/plan/action-status";
import { formatInPlace } from "@/lib/domain/readiness/scoring";
import { formatDay } from "@/lib/domain/text/due-words";
import { type MarkTone, type PrintBlock, type PrintCell, type PrintChapter, textCell } from "./print-blocks";

const MOVE_TONES: Record<ItemMove, MarkTone> = {
  lower: "negative",
  resolved: "positive",
  higher: "positive",
  same: "neutral",
  "still-unknown": "neutral",
  unknown: "partial",
  "first-answer": "neutral",
  "answer-gone": "partial",
  blank: "neutral",
};

const CHANGE_TONES: Record<ComparedArea["change"]["kind"], MarkTone> = {
  higher: "positive",
  lower: "negative",
  "no-clear-change": "neutral",
  "not-compared": "neutral",
  "no-score": "neutral",
  "first-score": "neutral",
  "score-gone": "neutral",
};

/** An answer in words: "4 (Agree)", "D/K", "In Progress"; "–" for a blank. */
export function formatComparedValue(value: ComparedItem["then"]): string {
  if (value === null) return "–";
  if (typeof value === "number") return `${value} (${SCORE_LABELS[value]})`;
  if (Object.hasOwn(STATUS_LABELS, value)) return STATUS_LABELS[value as keyof typeof STATUS_LABELS];
  return DONT_KNOW_LABELS[value as keyof typeof DONT_KNOW_LABELS];
}

function heading(text: string): PrintBlock {
  return { block: "heading", level: 2, text, isOutlined: true };
}

function paragraph(text: string, tone: "body" | "lead" | "note" = "body"): PrintBlock {
  return { block: "paragraph", text, tone };
}

/** What changed between two days, as one chapter. */
export function printComparison(comparison: Comparison): PrintChapter {
  const { then, now, areas, ratings } = comparison;
  const moved = listMoved(ratings);
  return {
    eyebrow: "Over time",
    title: `${then.name} to ${now.id === null ? "now" : now.name}`,
    blocks: [
      paragraph(`From ${formatDay(then.onDay)} to ${formatDay(now.onDay)}. Then: ${comparison.headlineThen}. Later: ${comparison.headlineNow}.`, "lead"),
      { block: "panel", title: "The ratings", lines: formatCompared(comparison) },
      ...describeCompared(comparison).map((words) => paragraph(words, "note")),
      heading("The areas"),
      areasTable(areas, comparison),
      seriesTable(comparison),
      heading("What moved"),
      ...(moved.length === 0 ? [paragraph("No rating moved.")] : [paragraph("Lower first: that is where to talk."), itemsTable(moved, "")]),
      heading("The checklists"),
      checklistsTable(comparison),
      heading("What was planned, and what became of it"),
      ...planBlocks(comparison.ideas),
      heading("Every rating"),
      itemsTable(ratings, ""),
    ],
  };
}

function areasTable(areas: readonly ComparedArea[], { then, now }: Comparison): PrintBlock {
  return {
    block: "table",
    caption: "",
    columns: [{ label: "Area", share: 2 }, { label: then.name, points: 62 }, { label: now.name, points: 62 }, { label: "Change", share: 1.1 }, { label: "Band", share: 1.6 }],
    rows: areas.map((area): PrintCell[] => [
      textCell(`${area.name}: ${area.title}`),
      textCell(formatAreaScore(area.then)),
      textCell(formatAreaScore(area.now)),
      { cell: "tag", text: formatAreaChange(area.change), tone: CHANGE_TONES[area.change.kind] },
      textCell(formatBandChange(area)),
    ]),
  };
}

/** Few enough for a page's width: the newest before the last. */
const MOST_DAYS = 6;

function seriesTable({ series, areas }: Comparison): PrintBlock {
  const [first] = series;
  const shown = series.length <= MOST_DAYS || !first ? series : [first, ...series.slice(1 - MOST_DAYS)];
  return {
    block: "table",
    caption: shown.length < series.length ? "Scores over time: the first day and the newest" : "Scores over time",
    columns: [{ label: "Area", share: 2 }, ...shown.map(({ name, onDay }) => ({ label: name, note: formatDay(onDay), share: 1 }))],
    rows: areas.map(({ id, name }): PrintCell[] => [textCell(name), ...shown.map((day) => textCell(formatAreaScore(day.areas.find((area) => area.id === id)?.score ?? null)))]),
  };
}

function itemsTable(items: readonly ComparedItem[], caption: string): PrintBlock {
  return {
    block: "table",
    caption,
    columns: [{ label: "Statement", share: 2.4 }, { label: "Then", share: 0.8 }, { label: "Later", share: 0.8 }, { label: "Change", share: 1 }],
    rows: items.map((item): PrintCell[] => [
      textCell(item.words),
      textCell(formatComparedValue(item.then)),
      textCell(formatComparedValue(item.now)),
      { cell: "tag", text: item.isCarried ? `${ITEM_MOVE_LABELS[item.move]}, not looked at yet` : ITEM_MOVE_LABELS[item.move], tone: MOVE_TONES[item.move] },
    ]),
  };
}

function checklistsTable({ checklists }: Comparison): PrintBlock {
  return {
    block: "table",
    caption: "",
    columns: [{ label: "Checklist", share: 2 }, { label: "In place then", share: 0.9 }, { label: "In place later", share: 0.9 }, { label: "Higher", points: 46 }, { label: "The same", points: 46 }, { label: "Lower", points: 46 }],
    rows: checklists.map(({ name, then, now, counts }): PrintCell[] => [
      textCell(name),
      textCell(then?.status === "scored" ? formatInPlace(then) : "–"),
      textCell(now.status === "scored" ? formatInPlace(now) : "–"),
      textCell(counts.higher),
      textCell(counts.same),
      textCell(counts.lower),
    ]),
  };
}

function planBlocks(ideas: readonly ComparedIdea[]): PrintBlock[] {
  if (ideas.length === 0) return [paragraph("Nothing stood in the plan on either day.")];
  return [
    paragraph("Ideas and scores stand side by side. That is not cause and effect.", "note"),
    ...ideas.flatMap((idea): PrintBlock[] => [
      { block: "heading", level: 3, text: `${idea.name}: ${idea.words || "no words yet"}`, isOutlined: false },
      paragraph([STANDING_LABELS[idea.standing], formatActions(idea), ...idea.areas.map(({ name, then, now }) => `${name}: ${formatAreaScore(then)} → ${formatAreaScore(now)}`)].join("; ")),
      ...(idea.wordsThen === null ? [] : [paragraph(`It said then: ${idea.wordsThen || "nothing"}`, "note")]),
      ...(idea.actions.length === 0
        ? []
        : [
            {
              block: "table",
              caption: "",
              columns: [{ label: "Action", share: 2.4 }, { label: "Then", share: 0.8 }, { label: "Later", share: 1 }],
              rows: idea.actions.map(({ what, then, now, isOverdue }): PrintCell[] => [
                textCell(what || "–"),
                textCell(then === null ? "Not in the plan" : ACTION_STATUS_LABELS[then]),
                textCell(now === null ? "Removed since" : `${ACTION_STATUS_LABELS[now]}${isOverdue ? ", overdue" : ""}`),
              ]),
            } satisfies PrintBlock,
          ]),
    ]),
  ];
}
