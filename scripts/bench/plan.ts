import { linesToAnswers, type PlanLine } from "@/prisma/plan-lines";
import { createMember, createTestTeam } from "@/tests/support/e2e-database";
import { type Bench, openWriter } from "./bench-team";
import { measureScripts } from "./browser-loads";
import { measurePage } from "./pages";
import type { Row } from "./table";

const ROWS_OF_IDEA = 46;
/** So many times somebody moves some of the actions, each kept as an entry of its own. */
const CHANGES = 40;
const STATUSES = ["not-started", "under-way", "blocked", "done"] as const;

/** A plan of 200 actions with a history: its table, its board, the team's home, and the scripts that it comes with. */
export async function measurePlan({ app, access }: Bench): Promise<Row[]> {
  const team = await createTestTeam(access, "Bench");
  const lead = await createMember(access, team, "lead");
  const bench = { app, access, team, lead };
  const save = openWriter(bench, 12);
  for (let round = 0; round <= CHANGES; round += 1) await save(linesToAnswers(linesOf(lead.userId, round)));
  const home = `/teams/${team.teamId}`;
  return [
    await measurePage(bench, "/teams/[team]/plan, 200 actions as a table", `${home}/plan`),
    await measurePage(bench, "/teams/[team]/plan, 200 actions as a board", `${home}/plan?view=board`),
    await measurePage(bench, "/teams/[team], with 200 actions", home),
    await measureScripts(bench, "the plan", `${home}/plan`),
    await measureScripts(bench, "the team's home", home),
  ];
}

/** Four ideas, each with its printed lines and as many added ones; a part of them moved in each round. */
function linesOf(ownerId: string, round: number): Readonly<Record<string, PlanLine>> {
  const lines: [string, PlanLine][] = [];
  for (const idea of [1, 2, 3, 4]) {
    const ids = [1, 2, 3, 4].map((line) => `t12-sheet-${idea}-step-${line}`);
    for (let index = 0; index < ROWS_OF_IDEA; index += 1) ids.push(`t12-sheet-${idea}-more/row-${index}`);
    ids.forEach((id, index) => {
      const moves = Math.floor((round + index) / 10);
      lines.push([
        id,
        {
          what: `Ask the partners of part ${index} what they need, and write it down for everybody`,
          lead: `Organization ${index % 12}`,
          owner: index % 3 === 0 ? ownerId : "",
          due: `2026-${String((index % 12) + 1).padStart(2, "0")}-15`,
          status: STATUSES[moves % STATUSES.length] ?? "",
          why: "The contract is not signed.",
        },
      ]);
    });
  }
  return Object.fromEntries(lines);
}
