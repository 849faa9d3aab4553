import { applyUpdate, encodeStateAsUpdate } from "yjs";
import { getTool, type ToolNumber } from "@/tests/support/tools";
import { createDocument, writeAnswer } from "@/lib/sync/document/document";
import { toDocumentItem } from "@/lib/sync/document/document-item";
import type { Answers } from "@/lib/domain/answer/answers";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
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
  return Object.fromEntries(toolItems(getTool(toolNumber)).map((item) => [item.id, exampleAnswer(item)]));
}

/** The update a browser would send for these answers, written into a document that holds `before`. */
export function buildUpdate(toolNumber: ToolNumber, answers: Answers, before?: Uint8Array): Uint8Array<ArrayBuffer> {
  const items = toolItems(getTool(toolNumber));
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
  const { name, value } = target.person.cookie;
  return fetch(updatesUrl(target), {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream", Origin: target.appUrl, Cookie: `${name}=${value}` },
    body: update,
  });
}

/** Saves answers over HTTP, through the one path there is. @throws when they are refused. */
export async function saveAnswers(target: SaveTarget, answers: Answers): Promise<void> {
  const response = await postUpdate(target, buildUpdate(target.toolNumber, answers));
  if (!response.ok) throw new Error(`Saving Tool ${target.toolNumber} answered ${response.status}: ${await response.text()}`);
}
