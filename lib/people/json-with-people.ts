import "server-only";
import type { TeamContext } from "@/lib/platform/auth/context";
import { listPeople } from "./list-people";

/** Data as JSON, with how everyone it names is shown (`people`): whoever reads it may know some of them not yet. */
export async function jsonWithPeople(context: TeamContext, data: object): Promise<Response> {
  return withPeople(data, [...(await listPeople(context, data))]);
}

/** The same for what is history: no name comes with it where the reader is not told who did something. */
export async function historyJson(context: TeamContext, data: object): Promise<Response> {
  return context.historyNames === "hidden" ? withPeople(data, []) : jsonWithPeople(context, data);
}

function withPeople(data: object, people: readonly unknown[]): Response {
  return Response.json({ ...data, people }, { headers: { "Cache-Control": "no-store" } });
}
