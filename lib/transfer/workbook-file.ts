import { getTool } from "@/content/toolkits";
import type { ExportDocument } from "@/lib/export/export-document";
import type { AnswerRecord } from "@/lib/tools/assessed-items";
import { itemName } from "@/lib/tools/items";
import type { ReadinessChecklist, ReadinessReport } from "@/lib/tools/readiness";
import { sectionItemReports } from "@/lib/tools/report";
import type { ItemReport, ToolReport } from "@/lib/tools/report-model";
import { refOfKey, type ToolKey } from "@/lib/tools/tool-ref";
import { FORMAT, FORMAT_VERSION, type AnswerInFile, type ToolInFile, type WorkbookFile } from "./schema";
import { toolInFile, type ToolNameInFile } from "./tool-in-file";

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
    tools: tools.map((tool) => answeredTool(tool, document)),
    readiness: readiness && readinessInFile(readiness),
    comments: options.hasComments ? conversationsOf(document) : null,
    history: options.hasHistory ? changesOf(document) : null,
    assignments: assignmentsOf(document),
    evidence: options.hasEvidence ? evidenceOf(document) : null,
  };
}

function answeredTool(tool: ToolReport, { records }: ExportDocument): ToolInFile {
  const items = tool.sections.flatMap(sectionItemReports);
  return {
    ...toolInFile(tool),
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

function toolOfKey(key: ToolKey): ToolNameInFile {
  return toolInFile(getTool(refOfKey(key)));
}

/** With tools named as everywhere in the file. */
function readinessInFile({ assessment, ...report }: ReadinessReport): WorkbookFile["readiness"] {
  const checklistInFile = ({ tool, ...rest }: ReadinessChecklist) => ({ ...rest, tool: toolInFile(tool), title: tool.title });
  return {
    ...report,
    assessment: toolInFile(assessment),
    checklists: report.checklists.map(checklistInFile),
    elements: report.elements.map(({ tools, checklist, ...rest }) => ({
      ...rest,
      tools: tools.map((ref) => toolInFile(getTool(ref))),
      checklist: checklist && checklistInFile(checklist),
    })),
    gaps: report.gaps.map(({ tool, ...rest }) => ({ ...rest, tool: toolInFile(tool), toolTitle: tool.title })),
  };
}

function conversationsOf({ comments }: ExportDocument): WorkbookFile["comments"] {
  return [...comments].flatMap(([key, byItem]) =>
    [...byItem].flatMap(([item, threads]) =>
      threads.map(({ resolved, comments: said }) => ({
        tool: toolOfKey(key),
        item,
        resolved,
        comments: said.map(({ by, at, isEdited, body }) => ({ by, at, edited: isEdited, text: body })),
      })),
    ),
  );
}

function changesOf({ history }: ExportDocument): WorkbookFile["history"] {
  return [...history].flatMap(([key, changes]) =>
    changes.map((change) => {
      const tool = toolOfKey(key);
      const { by, at } = change;
      if (change.kind === "status") return { kind: "status" as const, tool, status: change.status, by, at };
      const { itemId: item, before, after, isRestore: restored } = change;
      return { kind: "answer" as const, tool, item, before, after, restored, by, at };
    }),
  );
}

function assignmentsOf({ assignments }: ExportDocument): WorkbookFile["assignments"] {
  return assignments.map(({ tool, targetId, dueOn, isAccepted, ...rest }) => ({
    ...rest,
    tool: toolInFile(tool),
    target: targetId,
    due: dueOn,
    accepted: isAccepted,
  }));
}

function evidenceOf({ evidence }: ExportDocument): WorkbookFile["evidence"] {
  return evidence.map(({ tool, itemId, item, name, kind, added }) => ({
    tool: toolInFile(tool),
    item: itemId,
    question: item,
    name,
    type: kind,
    added,
  }));
}
