import { applyUpdate, encodeStateAsUpdate } from "yjs";
import { getTool, type ToolNumber } from "@/tests/support/tools";
import { createDocument, writeAnswer } from "@/lib/sync/document/document";
import { toDocumentItem } from "@/lib/sync/document/document-item";
import type { Answers } from "@/lib/domain/answer/answers";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import type { TestPerson } from "./e2e-database";

export interface SaveTarget {
  readonly appUrl: string;
  readonly person: TestPerson;
  readonly teamId: string;
  readonly toolNumber: ToolNumber;
}

/** An example for every item of a tool. */
export function exampleAnswers(toolNumber: ToolNumber): Answers {
  return exampleAnswersTo(getTool(toolNumber));
}

export function exampleAnswersTo(tool: ToolDefinition): Answers {
  return Object.fromEntries(toolItems(tool).map((item) => [item.id, exampleAnswer(item)]));
}

/** The update a browser would send for these answers, written into a document that holds `before`. */
export function buildUpdate(toolNumber: ToolNumber, answers: Answers, before?: Uint8Array): Uint8Array<ArrayBuffer> {
  return buildUpdateOf(getTool(toolNumber), answers, before);
}

function buildUpdateOf(tool: ToolDefinition, answers: Answers, before?: Uint8Array): Uint8Array<ArrayBuffer> {
  const items = toolItems(tool);
  const doc = createDocument(items.map(toDocumentItem));
  if (before) applyUpdate(doc, before);
  for (const item of items) {
    const answer = answers[item.id];
    if (answer !== undefined) writeAnswer(doc, toDocumentItem(item), answer as never);
  }
  return new Uint8Array(encodeStateAsUpdate(doc));
}

export function updatesUrl({ appUrl, teamId, toolNumber }: Omit<SaveTarget, "person">): string {
  return `${appUrl}/api/teams/${teamId}/tools/${toolNumber}/updates`;
}

/** Posts one update the way the browser does. */
export async function postUpdate(target: SaveTarget, update: Uint8Array<ArrayBuffer>): Promise<Response> {
  return post(updatesUrl(target), target, update);
}

function post(url: string, { appUrl, person }: Omit<SaveTarget, "toolNumber">, update: Uint8Array<ArrayBuffer>): Promise<Response> {
  const { name, value } = person.cookie;
  return fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream", Origin: appUrl, Cookie: `${name}=${value}` },
    body: update,
  });
}

/** Saves answers over HTTP, through the one path there is. @throws when they are refused. */
export async function saveAnswers(target: SaveTarget, answers: Answers): Promise<void> {
  const response = await postUpdate(target, buildUpdate(target.toolNumber, answers));
  if (!response.ok) throw new Error(`Saving Tool ${target.toolNumber} answered ${response.status}: ${await response.text()}`);
}

/** The same for a tool of any toolkit, with an example for every item. */
export async function saveExamples(target: Omit<SaveTarget, "toolNumber">, tool: ToolDefinition): Promise<void> {
  const url = `${target.appUrl}/api/teams/${target.teamId}/tools/${tool.slug}/updates`;
  const response = await post(url, target, buildUpdateOf(tool, exampleAnswersTo(tool)));
  if (!response.ok) throw new Error(`Saving ${tool.label} answered ${response.status}: ${await response.text()}`);
}
