import { getTool } from "@/content/tools";
import { TOOL_NUMBERS } from "@/lib/tools/definition";
import { exampleAnswer } from "@/lib/tools/item-schemas";
import { toolItems } from "@/lib/tools/items";
import { ANSWER_MAX_LENGTH } from "@/lib/tools/limits";
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

/** Another team, every text of whose tools is as long as it may be. */
export async function fillToTheLimit({ app, access }: Bench): Promise<Bench> {
  const team = await createTestTeam(access, "Bench");
  const lead = await createMember(access, team, "lead");
  const text = "The team met its partners and wrote down what each can offer. ".repeat(400).slice(0, ANSWER_MAX_LENGTH);
  for (const toolNumber of TOOL_NUMBERS) {
    const target = { appUrl: app.url, person: lead, teamId: team.teamId, toolNumber };
    // One at a time: a change may be no larger than UPDATE_MAX_BYTES.
    for (const item of toolItems(getTool(toolNumber))) {
      await saveAnswers(target, { [item.id]: item.kind === "text" ? text : exampleAnswer(item) });
    }
  }
  return { app, access, team, lead };
}

export function cookieHeader({ cookie }: TestPerson): string {
  return `${cookie.name}=${cookie.value}`;
}
