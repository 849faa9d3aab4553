import { readFileSync } from "node:fs";
import os from "node:os";
import { beforeAll, describe, expect, it } from "vitest";
import { makeExport, warmUpExports } from "@/lib/data/make-export";
import type { TeamContext } from "@/lib/auth/context";
import { DEFAULT_EXPORT } from "@/lib/export/export-options";
import { addToTeam, createAgencyFixture, teamContext } from "../support/people";
import { findDescendants } from "../support/process-tree";

const JSON_FILE = { ...DEFAULT_EXPORT, format: "json" } as const;

let lead: TeamContext;
let partner: TeamContext;

beforeAll(async () => {
  const fixture = await createAgencyFixture();
  lead = await teamContext(fixture.admin, fixture.teamId);
  partner = await teamContext(await addToTeam(fixture, "partner", [2]), fixture.teamId);
});

/** This file's own process that makes exports. */
function exportProcess(): number {
  const [found] = findDescendants(process.pid).filter(({ command }) => command.includes("export-process.ts"));
  if (!found) throw new Error("There is no export process");
  return found.pid;
}

/** See sched(7) and proc_pid_stat(5). */
const SCHED_IDLE = 5;

function schedulingPolicy(pid: number): number {
  // After the name, which may hold anything, come the fields from the third on; the policy is the 41st.
  const [, afterName = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(/\) (?=[A-Z] )/);
  return Number(afterName.split(" ")[41 - 3]);
}

describe("the process that makes exports", () => {
  it("gives the file and its name", async () => {
    const { bytes, fileName, notShown } = await makeExport(lead, JSON_FILE);
    expect(JSON.parse(bytes.toString()).about.agency).toBe("Riverbend Police Department");
    expect(fileName).toMatch(/^PS-COPE Toolkit, Riverbend Police Department, \d{4}-\d\d-\d\d\.json$/);
    expect(notShown).toBe(0);
  });

  it("can be made ready before anybody asks", async () => {
    await warmUpExports();
    const pid = exportProcess();
    await makeExport(lead, JSON_FILE);
    expect(exportProcess()).toBe(pid);
  });

  it("gives way to whoever saves", async () => {
    await makeExport(lead, JSON_FILE);
    expect(os.getPriority(exportProcess())).toBe(os.constants.priority.PRIORITY_LOW);
    if (process.platform === "linux") expect(schedulingPolicy(exportProcess())).toBe(SCHED_IDLE);
  });

  it("says why there is no file in the words of its error", async () => {
    const refused = makeExport(partner, { ...JSON_FILE, content: "tools", tools: ["9"] });
    await expect(refused).rejects.toMatchObject({ name: "ExportError", code: "nothing-open", message: expect.stringContaining("open to you") });
  });

  it("that is killed fails the export under way with words, and the next export gets another", async () => {
    await makeExport(lead, JSON_FILE);
    const pid = exportProcess();
    const failing = makeExport(lead, DEFAULT_EXPORT);
    process.kill(pid, "SIGKILL");
    await expect(failing).rejects.toMatchObject({ name: "ExportError", code: "failed", message: expect.stringContaining("try again") });
    expect((await makeExport(lead, JSON_FILE)).bytes.byteLength).toBeGreaterThan(1_000);
    expect(exportProcess()).not.toBe(pid);
  });
});
