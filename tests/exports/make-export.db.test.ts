import { readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import { beforeAll, describe, expect, it } from "vitest";
import { makeExport, warmUpExports } from "@/lib/exports/processes/make-export";
import type { TeamContext } from "@/lib/platform/auth/context";
import { DEFAULT_EXPORT } from "@/lib/exports/document/export-options";
import { SMALL_SHARE } from "@/lib/exports/worker/small-share";
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
const SCHED_BATCH = 3;

/** Of each of its threads: they have one each. */
function schedulingOf(pid: number): { readonly nice: number; readonly policy: number }[] {
  return readdirSync(`/proc/${pid}/task`).map((task) => {
    // After the name, which may hold anything, come the fields from the third on; nice is the 19th, the policy the 41st.
    const [, afterName = ""] = readFileSync(`/proc/${pid}/task/${task}/stat`, "utf8").split(/\) (?=[A-Z] )/);
    const fields = afterName.split(" ").map(Number);
    return { nice: fields[19 - 3] as number, policy: fields[41 - 3] as number };
  });
}

/** None of a process that has ended meanwhile. */
function priorityOf(pid: number): number[] {
  try {
    return [os.getPriority(pid)];
  } catch {
    return [];
  }
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

  it("gives way to whoever saves, and keeps a share where others have all the processors busy", async () => {
    await makeExport(lead, JSON_FILE);
    expect(os.getPriority(exportProcess())).toBe(SMALL_SHARE);
    if (process.platform !== "linux") return;
    for (const thread of schedulingOf(exportProcess())) expect(thread).toEqual({ nice: SMALL_SHARE, policy: SCHED_BATCH });
  });

  it("has its engines give way as much", async () => {
    let isMade = false;
    const made = makeExport(lead, DEFAULT_EXPORT).finally(() => (isMade = true));
    const found = new Set<number>();
    while (!isMade) {
      for (const { pid, command } of findDescendants(exportProcess())) {
        if (command.includes("typst-worker")) for (const priority of priorityOf(pid)) found.add(priority);
      }
      await new Promise(setImmediate);
    }
    await made;
    expect([...found]).toEqual([SMALL_SHARE]);
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
