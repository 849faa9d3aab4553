import { type CommentText, showCommentText } from "@/lib/domain/people/comment-text";
import { itemsEver } from "@/lib/domain/item/upgrades";
import { isPersonRef } from "@/lib/domain/people/person";
import type { AnswerRecord } from "@/lib/domain/readiness/assessed-items";
import type { ReadinessChecklist, ReadinessReport } from "@/lib/domain/readiness/readiness";
import { sectionItemReports } from "@/lib/domain/report/report";
import type { ItemReport, ToolReport } from "@/lib/domain/report/report-model";
import { itemName } from "@/lib/domain/tool/items";
import { refOfKey, type ToolKey, toolKey } from "@/lib/domain/tool/tool-ref";
import { toolOfEdition } from "@/lib/exports/document/export-edition";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import { indicatorsInFile } from "./indicators-in-file";
import { PeopleInFile } from "./people-in-file";
import { toolInFile, type ToolNameInFile } from "./tool-in-file";
import { FORMAT, FORMAT_VERSION, type AnswerInFile, type ToolInFile, type WorkbookFile } from "./workbook-schema";

/** The export as the file's own shape. `schema` is the address where that shape is published. */
export function buildWorkbookFile(document: ExportDocument, schema: string): WorkbookFile {
  const { options, about, tools, readiness } = document;
  const people = new PeopleInFile(document);
  return {
    $schema: schema,
    format: FORMAT,
    version: FORMAT_VERSION,
    about: {
      agency: about.agencyName,
      team: about.teamName,
      at: about.at,
      timeZone: about.timeZone,
      exportedBy: people.show(about.exportedBy),
      exportedByPerson: people.idOf(about.exportedBy),
      toolkitVersion: about.toolkitVersion,
      rulesVersion: about.rulesVersion,
      completeness: about.completeness,
      milestone: about.milestone && { ...about.milestone, unknown: [...about.milestone.unknown] },
    },
    options: {
      // A brief is one page of paper, and a comparison is for people; no such files are made of them.
      content: options.content === "brief" || options.content === "compare" ? "readiness" : options.content,
      comments: options.hasComments,
      history: options.hasHistory,
      evidence: options.hasEvidence,
      names: options.names,
    },
    people: people.list(),
    tools: tools.map((tool) => answeredTool(tool, document, people)),
    readiness: readiness && people.write(readinessInFile(readiness, document.edition)),
    comments: options.hasComments ? conversationsOf(document, people) : null,
    history: options.hasHistory ? changesOf(document, people) : null,
    assignments: assignmentsOf(document, people),
    indicators: indicatorsInFile(document, people),
    links: linksOf(document, people),
    evidence: options.hasEvidence ? evidenceOf(document, people) : null,
  };
}

function answeredTool(tool: ToolReport, { records, kept, edition }: ExportDocument, people: PeopleInFile): ToolInFile {
  const items = tool.sections.flatMap(sectionItemReports);
  const ever = itemsEver(toolOfEdition(edition, tool.ref).definition);
  return {
    ...toolInFile(tool),
    version: tool.version,
    title: tool.title,
    status: tool.status,
    completed: people.write(tool.completed),
    locked: people.write(tool.locked),
    reviews: people.write(tool.reviews ?? []),
    lastChange: people.write(tool.lastChange),
    progress: tool.progress,
    answers: Object.fromEntries(
      items.flatMap((item) => {
        const record = records[item.id];
        return record ? [[item.id, answerInFile(item, { ...record, answer: people.writeAnswer(ever.get(item.id), record.answer) }, people)]] : [];
      }),
    ),
    kept: (kept.get(toolKey(tool.ref)) ?? []).map(({ itemId: item, version, question, source, answer: value, text }) => ({
      item,
      version,
      question,
      source,
      value: people.writeAnswer(ever.get(item), value),
      text,
    })),
  };
}

function answerInFile(item: ItemReport, { answer, by, at }: AnswerRecord, people: PeopleInFile): AnswerInFile {
  // What is stored was validated against the item, so its value is of the item's kind.
  return { kind: item.kind, question: itemName(item), value: answer, text: item.answer, ...people.write({ by, at }) } as AnswerInFile;
}

function toolOfKey({ edition }: ExportDocument, key: ToolKey): ToolNameInFile {
  return toolInFile(toolOfEdition(edition, refOfKey(key)).definition);
}

/** Where an area stands on the screen is no part of the file. */
function areaInFile({ anchor: _, ...area }: ReadinessReport["areas"][number]) {
  return area;
}

/** With tools named as everywhere in the file. */
function readinessInFile({ assessment, ...report }: ReadinessReport, edition: ExportDocument["edition"]) {
  const checklistInFile = ({ tool, ...rest }: ReadinessChecklist) => ({ ...rest, tool: toolInFile(tool), title: tool.title });
  return {
    ...report,
    assessment: toolInFile(assessment),
    areas: report.areas.map(areaInFile),
    checklists: report.checklists.map(checklistInFile),
    elements: report.elements.map(({ tools, checklist, area, ...rest }) => ({
      ...rest,
      area: area && areaInFile(area),
      tools: tools.map((ref) => toolInFile(toolOfEdition(edition, ref).definition)),
      checklist: checklist && checklistInFile(checklist),
    })),
    gaps: report.gaps.map(({ tool, ...rest }) => ({ ...rest, tool: toolInFile(tool), toolTitle: tool.title })),
  };
}

function conversationsOf(document: ExportDocument, people: PeopleInFile): WorkbookFile["comments"] {
  const { comments, people: shown } = document;
  const textOf = (body: CommentText | null) => body && showCommentText(shown, body);
  const mentionsOf = (body: CommentText | null) => [...new Set(body?.filter(isPersonRef).map((person) => people.idOf(person)))];
  return [...comments].flatMap(([key, byItem]) =>
    [...byItem].flatMap(([item, threads]) =>
      threads.map(({ resolved, comments: said }) => ({
        tool: toolOfKey(document, key),
        item,
        resolved: people.write(resolved),
        comments: said.map(({ by, at, isEdited, body }) => ({
          ...people.write({ by, at }),
          edited: isEdited,
          text: textOf(body),
          mentions: mentionsOf(body).filter((id) => id !== null),
        })),
      })),
    ),
  );
}

function changesOf(document: ExportDocument, people: PeopleInFile): WorkbookFile["history"] {
  return [...document.history].flatMap(([key, changes]) => {
    const ever = itemsEver(toolOfEdition(document.edition, refOfKey(key)).definition);
    const tool = toolOfKey(document, key);
    return changes.map((change) => {
      const event = people.write({ by: change.by, at: change.at });
      if (change.kind === "status") return { kind: "status" as const, tool, status: change.status, ...event };
      const { itemId: item, isRestore: restored } = change;
      const [before, after] = [change.before, change.after].map((answer) => people.writeAnswer(ever.get(item), answer));
      return { kind: "answer" as const, tool, item, before: before ?? null, after: after ?? null, restored, ...event };
    });
  });
}

function assignmentsOf({ assignments }: ExportDocument, people: PeopleInFile): WorkbookFile["assignments"] {
  return assignments.map(({ tool, targetId, assignee, dueOn, isAccepted, ...rest }) => ({
    ...people.write(rest),
    assignee: people.show(assignee),
    assigneePerson: people.idOf(assignee),
    tool: toolInFile(tool),
    target: targetId,
    due: dueOn,
    accepted: isAccepted,
  }));
}

function linksOf({ links }: ExportDocument, people: PeopleInFile): WorkbookFile["links"] {
  const endOf = ({ tool, target, words }: ExportDocument["links"][number]["from"]) => ({ tool: toolInFile(tool), target, words });
  return links.map(({ kind, from, to, made, decided }) => ({ kind, from: endOf(from), to: endOf(to), made: people.write(made), decided: people.write(decided) }));
}

function evidenceOf({ evidence }: ExportDocument, people: PeopleInFile): WorkbookFile["evidence"] {
  return evidence.map(({ tool, itemId, item, name, kind, added }) => ({
    tool: toolInFile(tool),
    item: itemId,
    question: item,
    name,
    type: kind,
    added: people.write(added),
  }));
}
