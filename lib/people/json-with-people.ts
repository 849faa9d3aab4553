import "server-only";
import type { TeamContext } from "@/lib/platform/auth/context";
import { listPeople } from "./list-people";

/** Data as JSON, with how everyone it names is shown (`people`): whoever reads it may know some of them not yet. */
export async function jsonWithPeople(context: TeamContext, data: object): Promise<Response> {
  const people = [...(await listPeople(context, data))];
  return Response.json({ ...data, people }, { headers: { "Cache-Control": "no-store" } });
}
