import type { ExportDocument } from "@/lib/export/export-document";
import type { AnswerRecord } from "@/lib/tools/assessed-items";
import { itemName } from "@/lib/tools/items";
import { sectionItemReports } from "@/lib/tools/report";
import type { ItemReport, ToolReport } from "@/lib/tools/report-model";
import { FORMAT, FORMAT_VERSION, type AnswerInFile, type ToolInFile, type WorkbookFile } from "./schema";

/** The export as the file's own shape. `schema` is the address where that shape is published. */
export function buildWorkbookFile(document: ExportDocument, schema: string): WorkbookFile {
  const { options, about, tools, readiness } = document;
  return {
    $schema: schema,
    format: FORMAT,
    version: FORMAT_VERSION,
    about: {
      agency: about.agencyName,
      team: about.teamName,
      at: about.at,
      timeZone: about.timeZone,
      exportedBy: about.exportedBy,
      toolkitVersion: about.toolkitVersion,
      rulesVersion: about.rulesVersion,
      completeness: about.completeness,
    },
    options: {
      content: options.content,
      comments: options.hasComments,
      history: options.hasHistory,
      evidence: options.hasEvidence,
      names: options.names,
    },
    tools: tools.map((tool) => toolInFile(tool, document)),
    readiness,
    comments: options.hasComments ? conversationsOf(document) : null,
    history: options.hasHistory ? changesOf(document) : null,
    assignments: assignmentsOf(document),
    evidence: options.hasEvidence ? evidenceOf(document) : null,
  };
}

function toolInFile(tool: ToolReport, { records }: ExportDocument): ToolInFile {
  const items = tool.sections.flatMap(sectionItemReports);
  return {
    number: tool.number,
    version: tool.version,
    title: tool.title,
    status: tool.status,
    completed: tool.completed,
    locked: tool.locked,
    reviews: tool.reviews ?? [],
    lastChange: tool.lastChange,
    progress: tool.progress,
    answers: Object.fromEntries(
      items.flatMap((item) => {
        const record = records[item.id];
        return record ? [[item.id, answerInFile(item, record)]] : [];
      }),
    ),
  };
}

function answerInFile(item: ItemReport, { answer, by, at }: AnswerRecord): AnswerInFile {
  // What is stored was validated against the item, so its value is of the item's kind.
  return { kind: item.kind, question: itemName(item), value: answer, text: item.answer, by, at } as AnswerInFile;
}

function conversationsOf({ comments }: ExportDocument): WorkbookFile["comments"] {
  return [...comments].flatMap(([tool, byItem]) =>
    [...byItem].flatMap(([item, threads]) =>
      threads.map(({ resolved, comments: said }) => ({
        tool,
        item,
        resolved,
        comments: said.map(({ by, at, isEdited, body }) => ({ by, at, edited: isEdited, text: body })),
      })),
    ),
  );
}

function changesOf({ history }: ExportDocument): WorkbookFile["history"] {
  return [...history].flatMap(([tool, changes]) =>
    changes.map((change) => {
      const { by, at } = change;
      if (change.kind === "status") return { kind: "status" as const, tool, status: change.status, by, at };
      const { itemId: item, before, after, isRestore: restored } = change;
      return { kind: "answer" as const, tool, item, before, after, restored, by, at };
    }),
  );
}

function assignmentsOf({ assignments }: ExportDocument): WorkbookFile["assignments"] {
  return assignments.map(({ toolNumber, targetId, dueOn, isAccepted, ...rest }) => ({
    ...rest,
    tool: toolNumber,
    target: targetId,
    due: dueOn,
    accepted: isAccepted,
  }));
}

function evidenceOf({ evidence }: ExportDocument): WorkbookFile["evidence"] {
  return evidence.map(({ toolNumber, itemId, item, name, kind, added }) => ({
    tool: toolNumber,
    item: itemId,
    question: item,
    name,
    type: kind,
    added,
  }));
}
