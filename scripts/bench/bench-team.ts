import { TOOL_NUMBERS } from "@/lib/tools/definition";
import { exampleAnswers, saveAnswers } from "@/tests/support/e2e-answers";
import { type AppAccess, createMember, createTestTeam, type TestPerson, type TestTeam } from "@/tests/support/e2e-database";
import type { RunningApp } from "@/tests/support/e2e-app";

export interface Bench {
  readonly app: RunningApp;
  readonly access: AppAccess;
  readonly team: TestTeam;
  readonly lead: TestPerson;
}

/** A team whose thirteen tools are all filled in, with its signed-in lead. */
export async function prepareTeam(app: RunningApp, access: AppAccess): Promise<Bench> {
  const team = await createTestTeam(access, "Bench");
  const lead = await createMember(access, team, "lead");
  for (const toolNumber of TOOL_NUMBERS) {
    await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber }, exampleAnswers(toolNumber));
  }
  return { app, access, team, lead };
}

export function cookieHeader({ cookie }: TestPerson): string {
  return `${cookie.name}=${cookie.value}`;
}
