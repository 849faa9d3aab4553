import { DONT_KNOW_LABELS, SCORE_LABELS, STATUS_LABELS } from "@/lib/domain/answer/answers";
import { listRatedItems, listStatedItems, type RatedItem, type StatedItem } from "@/lib/domain/readiness/assessed-items";
import { formatContradiction } from "@/lib/domain/readiness/contradictions";
import { DONT_KNOW_NEXT_STEPS, formatGapStatement, type Gap, GAP_KIND_LABELS } from "@/lib/domain/readiness/gaps";
import type { ReadinessArea, ReadinessChecklist, ReadinessReport, ReadinessSection } from "@/lib/domain/readiness/readiness";
import { BAND_LABELS, NOT_ENOUGH_RATINGS } from "@/lib/domain/readiness/rules";
import { formatDontKnow } from "@/lib/domain/readiness/scoring";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { isSameTool } from "@/lib/domain/tool/tool-ref";
import { mainToolsOf } from "@/lib/exports/document/export-edition";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import { statementOf } from "./answer-sheets";
import { column, type SheetTable, tableOf } from "./sheet-model";
import { eventColumns, type EventWriter } from "./sheet-times";

interface Rating extends RatedItem {
  readonly areaTitle: string;
}

/** The readiness report rests on all of these tools; without it, those that were chosen are shown. */
function toolsOf({ tools, readiness, edition }: ExportDocument, kind: ToolDefinition["kind"]): ToolDefinition[] {
  return mainToolsOf(edition).filter((tool) => tool.kind === kind && (readiness || tools.some(({ ref }) => isSameTool(ref, tool.ref))));
}

function listRatings(document: ExportDocument): Rating[] {
  return toolsOf(document, "assessment").flatMap((tool) =>
    tool.sections
      .flatMap(({ nodes }) => nodes)
      .filter((node) => node.kind === "ratings")
      .flatMap((area) =>
        listRatedItems(tool, [area], document.records).map((rated) => ({ ...rated, areaTitle: area.title })),
      ),
  );
}

function labelOf({ value }: Rating): string {
  if (value === null) return "";
  return typeof value === "number" ? SCORE_LABELS[value] : DONT_KNOW_LABELS[value];
}

export function buildRatingsSheet(document: ExportDocument, writer: EventWriter): SheetTable {
  return tableOf<Rating>(
    {
      name: "Ratings",
      title: "Ratings of Tool 9, one row per statement",
      explanation: "Each statement of Tool 9 with the team’s rating from 1 to 5, or what its D/K means, which is never a number.",
    },
    [
      column("Element", "code", ({ element }) => element),
      column("Area", "text", ({ areaTitle }) => areaTitle),
      column("Item id", "code", ({ item }) => item.id),
      column("Statement", "words", ({ lead, item }) => statementOf(lead, item.prompt)),
      column("Rating", "number", ({ value }) => (typeof value === "number" ? value : null)),
      column("Label", "text", labelOf),
      ...eventColumns<Rating>("Last rated", ({ lastAnswered }) => lastAnswered, writer),
    ],
    listRatings(document),
  );
}

export function buildChecklistsSheet(document: ExportDocument, writer: EventWriter): SheetTable {
  return tableOf<StatedItem>(
    {
      name: "Checklists",
      title: "Checklists, one row per statement",
      explanation: "Each statement of the checklists (Tools 2 to 5) with the team’s answer: Yes, In Progress, No or blank.",
    },
    [
      column("Tool", "number", ({ tool }) => tool.number),
      column("Checklist", "text", ({ tool }) => tool.title),
      column("Element", "code", ({ element }) => element),
      column("Item id", "code", ({ item }) => item.id),
      column("Number", "code", ({ item }) => item.number),
      column("Statement", "words", ({ lead, item }) => statementOf(lead, item.prompt, item.bullets)),
      column("Answer", "code", ({ value }) => (value ? STATUS_LABELS[value] : null)),
      ...eventColumns<StatedItem>("Last answered", ({ lastAnswered }) => lastAnswered, writer),
    ],
    toolsOf(document, "checklist").flatMap((tool) => listStatedItems(tool, document.records)),
  );
}

export function buildAreasSheet({ areas }: ReadinessReport, writer: EventWriter): SheetTable {
  return tableOf<ReadinessArea>(
    {
      name: "Areas",
      title: "The ten areas of Tool 9, one row each",
      explanation: "The score and band of each area; D/K and blank ratings are left out of the score and counted beside it.",
    },
    [
      column("Element", "code", ({ element }) => element),
      column("Area", "words", ({ title }) => title),
      column("Band", "text", ({ score }) => (score.status === "scored" ? BAND_LABELS[score.band] : NOT_ENOUGH_RATINGS)),
      column("Score (1 to 5)", "score", ({ score }) => (score.status === "scored" ? score.mean : null)),
      column("Lowest rating", "number", ({ score }) => (score.status === "scored" ? score.lowest : null)),
      column("Rated", "number", ({ score }) => score.rated),
      column("Statements", "number", ({ score }) => score.total),
      column("D/K", "number", ({ score }) => score.dontKnow.total),
      column("Blank", "number", ({ score }) => score.blank),
      column("What D/K means", "text", ({ score }) => formatDontKnow(score.dontKnow)),
      ...eventColumns<ReadinessArea>("Last rated", ({ lastAnswered }) => lastAnswered, writer),
    ],
    areas,
  );
}

export function buildSectionScoresSheet({ sections }: ReadinessReport): SheetTable {
  return tableOf<ReadinessSection>(
    {
      name: "Section scores",
      title: "The two sections of Tool 9, one row each",
      explanation: "The average of all rated statements of each section, so that a large area counts for more than a small one.",
    },
    [
      column("Section", "words", ({ title }) => title),
      column("Score (1 to 5)", "score", ({ score }) => (score.status === "scored" ? score.mean : null)),
      column("Rated", "number", ({ score }) => score.rated),
      column("Statements", "number", ({ score }) => score.total),
      column("D/K", "number", ({ score }) => score.dontKnow.total),
      column("Blank", "number", ({ score }) => score.blank),
    ],
    sections,
  );
}

export function buildChecklistSummarySheet({ checklists, elements, assessment }: ReadinessReport): SheetTable {
  const differences = ({ element, tool }: ReadinessChecklist) =>
    (elements.find(({ id }) => id === element)?.contradictions ?? [])
      .map((contradiction) => formatContradiction(contradiction, tool.label, assessment.label))
      .join(" ");
  return tableOf<ReadinessChecklist>(
    {
      name: "Checklist summary",
      title: "The four checklists, one row each",
      explanation: "How many statements of each checklist are Yes, In Progress, No or blank, and the share in place of those answered.",
    },
    [
      column("Tool", "number", ({ tool }) => tool.number),
      column("Checklist", "text", ({ tool }) => tool.title),
      column("Element", "code", ({ element }) => element),
      column("Yes", "number", ({ score }) => score.yes),
      column("In Progress", "number", ({ score }) => score.inProgress),
      column("No", "number", ({ score }) => score.no),
      column("Blank", "number", ({ score }) => score.blank),
      column("Answered", "number", ({ score }) => score.answered),
      column("Statements", "number", ({ score }) => score.total),
      column("In place", "share", ({ score }) => (score.status === "scored" ? score.inPlace : null)),
      column("Where Tool 9 says otherwise", "words", differences),
    ],
    checklists,
  );
}

export function buildGapsSheet({ gaps, elements }: ReadinessReport, writer: EventWriter): SheetTable {
  const orders = new Map(gaps.map((gap, index) => [gap, index + 1]));
  return tableOf<Gap>(
    {
      name: "Gaps",
      title: "Gaps, one row per statement that is not fully in place",
      explanation: "Every rating and checklist statement that is a gap, partly there, unknown or not yet rated, in the order to work through them.",
    },
    [
      column("Order", "number", (gap) => orders.get(gap)),
      column("Kind", "code", ({ kind }) => GAP_KIND_LABELS[kind]),
      column("Element", "code", ({ element }) => element),
      column("Element title", "text", ({ element }) => elements.find(({ id }) => id === element)?.title),
      column("Band of its area", "text", ({ band }) => (band ? BAND_LABELS[band] : NOT_ENOUGH_RATINGS)),
      column("Tool", "number", ({ tool }) => tool.number),
      column("Item id", "code", ({ itemId }) => itemId),
      column("Statement", "words", formatGapStatement),
      column("Answer", "text", ({ answerText }) => answerText),
      column("Next step for D/K", "text", ({ dontKnow }) => (dontKnow ? DONT_KNOW_NEXT_STEPS[dontKnow] : null)),
      column("Where in the toolkit", "text", ({ source }) => source),
      ...eventColumns<Gap>("Last answered", ({ lastAnswered }) => lastAnswered, writer),
    ],
    gaps,
  );
}
