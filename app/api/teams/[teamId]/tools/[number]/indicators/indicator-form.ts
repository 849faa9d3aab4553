import {
  addFromLibraryAction,
  addValueAction,
  correctValueAction,
  removeValueAction,
  restoreValueAction,
  setIndicatorAction,
} from "@/app/teams/[teamId]/goals/[sheet]/actions";
import { sealRefused } from "@/app/teams/[teamId]/goals/[sheet]/refused-form";
import { type AskedOfGoal, goalHref, INDICATOR_INTENTS, type IndicatorIntent } from "@/components/indicators/goal-address";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import { evaluationOf } from "@/lib/indicators/load-indicators";
import type { TeamContext } from "@/lib/platform/auth/context";
import type { ActionFailure, ActionResult } from "@/lib/platform/entry/action-result";
import { routeProblem, type TeamSubmission } from "@/lib/platform/entry/route";

/** Its longest fields hold 500 letters. */
export const FORM_MAX_BYTES = 16 * 1024;

const NOT_UNDERSTOOD = "The form sent something we did not expect. Reload the page and try again.";

interface SentForm {
  readonly teamId: string;
  readonly toolRef: ToolRef;
  readonly text: (name: string) => string;
}

/** What all of these forms name: where they stand. */
const placeOf = ({ toolRef, text }: SentForm) => ({ toolRef, itemId: text("itemId"), rowId: text("rowId") });
const valueOf = ({ text }: SentForm) => ({ on: text("on"), value: text("value"), of: text("of"), source: text("source"), note: text("note") });
const keyOf = ({ text }: SentForm) => (text("key") ? { key: text("key") } : {});

/** The act of each form, the same as the page's own script asks for: who may, how often and what is noted is settled there. */
const acts: Readonly<Record<IndicatorIntent, (form: SentForm) => Promise<ActionResult<unknown>>>> = {
  settings: (form) =>
    setIndicatorAction(form.teamId, {
      ...placeOf(form),
      unit: form.text("unit") as "count",
      unitWords: form.text("unitWords"),
      direction: form.text("direction") as "up",
      target: form.text("target"),
      targetOn: form.text("targetOn"),
    }),
  add: (form) => addValueAction(form.teamId, { ...placeOf(form), ...valueOf(form), ...keyOf(form) }),
  correct: (form) => correctValueAction(form.teamId, { ...placeOf(form), valueId: form.text("valueId"), ...valueOf(form), ...keyOf(form) }),
  remove: (form) => removeValueAction(form.teamId, { ...placeOf(form), valueId: form.text("valueId") }),
  restore: (form) => restoreValueAction(form.teamId, { ...placeOf(form), valueId: form.text("valueId") }),
  library: (form) => addFromLibraryAction(form.teamId, { ...placeOf(form), libraryId: form.text("libraryId") }),
};

/** What the page says when it is done. */
const done: Readonly<Record<IndicatorIntent, Exclude<AskedOfGoal["done"], undefined>>> = {
  settings: "saved",
  add: "saved",
  correct: "saved",
  remove: "removed",
  restore: "restored",
  library: "saved",
};

/** Does what the form's `intent` says, and leads back to the goal's page, with what was entered when it was refused. */
export async function handleIndicatorForm({ request, context, toolRef, body }: TeamSubmission): Promise<Response> {
  const form = typeof body === "string" ? null : await readForm(request, body);
  const intent = INDICATOR_INTENTS.find((one) => one === form?.get("intent"));
  if (!form || !intent || !toolRef) return routeProblem(400, "refused", NOT_UNDERSTOOD);
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const sheet = evaluationOf().goals.findIndex(({ indicators }) => indicators === text("itemId")) + 1;
  if (sheet === 0) return routeProblem(400, "refused", NOT_UNDERSTOOD);
  const result = await acts[intent]({ teamId: context.teamId, toolRef, text });
  const asked = result.ok ? doneHere(intent, text) : refusedHere(context, intent, text, result, form);
  return backToPage(goalHref({ teamId: context.teamId, sheet: String(sheet) }, asked));
}

function doneHere(intent: IndicatorIntent, text: SentForm["text"]): AskedOfGoal {
  const value = text("valueId");
  return { row: text("rowId"), done: done[intent], ...(intent === "remove" || intent === "restore" ? { value } : {}) };
}

/** Which part of the row its form stands in. */
function partOf(intent: IndicatorIntent, text: SentForm["text"]): string {
  if (intent === "add" || intent === "settings") return intent;
  return text("valueId");
}

function refusedHere(context: TeamContext, intent: IndicatorIntent, text: SentForm["text"], failure: ActionFailure, form: FormData): AskedOfGoal {
  const values = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  const refused = { message: failure.message, problems: failure.fieldErrors ?? {} };
  const back = sealRefused(context, { ...refused, values }) ?? sealRefused(context, { ...refused, values: {} });
  const where = intent === "library" ? { library: "1" } : { row: text("rowId"), open: partOf(intent, text) };
  return { ...where, ...(back === null ? {} : { back }) };
}

async function readForm(request: Request, bytes: Uint8Array<ArrayBuffer>): Promise<FormData | null> {
  const type = request.headers.get("content-type");
  try {
    return await new Response(bytes, { headers: type ? { "Content-Type": type } : {} }).formData();
  } catch {
    return null;
  }
}

function backToPage(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location, "Cache-Control": "no-store" } });
}
