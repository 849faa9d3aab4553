import { stringify } from "csv-stringify/sync";
import { createHash } from "node:crypto";
import { getTool, TOOLS } from "@/content/toolkits";
import { listTeams } from "@/lib/agencies/teams";
import { listPeopleInChanges, nameInChange } from "@/lib/domain/item/people-in-answers";
import { itemsEver } from "@/lib/domain/item/upgrades";
import { type PersonRef, showPerson } from "@/lib/domain/people/person";
import { getEvidence, listTeamEvidence } from "@/lib/evidence/read-evidence";
import { DEFAULT_EXPORT, type ExportFormat, type ExportOptions } from "@/lib/exports/document/export-options";
import { fileTypeOf } from "@/lib/exports/document/file-types";
import { makeExport } from "@/lib/exports/processes/make-export";
import { readHistory } from "@/lib/exports/read/export-history";
import { listMilestones } from "@/lib/milestones/read-milestones";
import { listPeople } from "@/lib/people/list-people";
import { authorizeArchive } from "@/lib/platform/auth/authorize-archive";
import type { AgencyContext, TeamContext } from "@/lib/platform/auth/context";
import { getAgencyRecord, listAuditLines } from "./agency-record";
import { archivePaths } from "./archive-paths";
import { ARCHIVE_README } from "./archive-words";
import { listFeedbackRecords } from "./feedback-record";
import { listMeetingRecords } from "./meeting-record";
import { listRoundRecords } from "./round-record";

/** Every team's work in the forms that need each other least: to read, to count with, to bring back. */
const FORMATS = ["pdf", "xlsx", "json"] as const satisfies readonly ExportFormat[];
const AUDIT_LINES_AT_ONCE = 2_000;

interface ArchiveFile {
  readonly name: string;
  readonly lastModified: Date;
  readonly input: Uint8Array<ArrayBuffer> | string | AsyncIterable<string>;
}

interface Occasion {
  readonly at: Date;
  /** The client's address, for the audit. */
  readonly source: string | null;
}

/**
 * The files of an agency's archive, one after the other, so that only one of them is held in memory at a time. Ends with
 * a list of them by which a copy can be checked.
 */
export async function* archiveFiles(context: AgencyContext, { at, source }: Occasion): AsyncGenerator<ArchiveFile> {
  const sums: string[] = [];
  const file = (name: string, bytes: Uint8Array<ArrayBuffer> | string): ArchiveFile => {
    sums.push(`${createHash("sha256").update(bytes).digest("hex")}  ${name}`);
    return { name, lastModified: at, input: bytes };
  };
  yield file("README.txt", ARCHIVE_README);
  yield file("agency.json", `${JSON.stringify(await getAgencyRecord(context), null, 2)}\n`);
  yield { name: "audit-log.csv", lastModified: at, input: auditLog(context) };
  const paths = archivePaths();
  for (const { teamId, name } of await listTeams(context)) {
    const access = await authorizeArchive(context, teamId);
    // Removed, or no admin any more, since the archive began.
    if (!access.ok) continue;
    const folder = paths.take("", name);
    for (const format of FORMATS) {
      const { extension } = fileTypeOf(format);
      yield file(...(await exportFile(access.context, `${folder}/toolkit.${extension}`, { format, hasComments: true })));
    }
    for (const { id, name: called, onDay, removed } of await listMilestones(access.context)) {
      if (!removed) yield file(...(await exportFile(access.context, paths.take(`${folder}/milestones`, `${onDay} ${called}.json`), { format: "json", milestone: id })));
    }
    yield file(`${folder}/meetings.json`, `${JSON.stringify(await listMeetingRecords(access.context), null, 2)}\n`);
    const rounds = await listRoundRecords(access.context);
    yield file(`${folder}/rounds.json`, `${JSON.stringify(rounds.map(({ record }) => record), null, 2)}\n`);
    for (const { record, text } of rounds) yield file(paths.take(`${folder}/rounds`, `Round ${record.round}.txt`), text);
    yield file(`${folder}/community.json`, `${JSON.stringify(await listFeedbackRecords(access.context), null, 2)}\n`);
    // Apart from the exports and sent as it is read: it has no limit.
    yield { name: `${folder}/history.jsonl`, lastModified: at, input: historyOf(access.context) };
    for (const [path, bytes] of await listFiles(access.context, folder)) yield file(path, await bytes(source));
  }
  yield { name: "sha256sums.txt", lastModified: at, input: `${sums.join("\n")}\n` };
}

/** One export of a team's whole work, of now or of a milestone; a note in its place where it can't be made, so that the rest still arrives. */
async function exportFile(
  context: TeamContext,
  path: string,
  options: Partial<ExportOptions>,
): Promise<[name: string, bytes: Uint8Array<ArrayBuffer> | string]> {
  try {
    const made = await makeExport(context, { ...DEFAULT_EXPORT, ...options }, { isPatient: true });
    return [path, made.bytes];
  } catch (error) {
    console.error(`An archive's ${options.format} could not be made:`, error);
    const words = `This file could not be made when the archive was. Download it from the team's own page.\n`;
    return [`${path} is missing.txt`, words];
  }
}

type ReadFile = (source: string | null) => Promise<Uint8Array<ArrayBuffer>>;

/** The team's supporting files by their place in the archive; each is read when its turn comes. */
async function listFiles(context: TeamContext, folder: string): Promise<[path: string, read: ReadFile][]> {
  const paths = archivePaths();
  return (await listTeamEvidence(context)).map(({ id, name, toolRef, itemId }) => {
    const path = paths.take(`${folder}/files/${getTool(toolRef).label}/${itemId}`, name);
    return [
      path,
      async (source) => {
        const content = await getEvidence(context, { toolRef, itemId }, id, { source });
        return content?.bytes ?? new TextEncoder().encode("This file was removed while the archive was made.\n");
      },
    ];
  });
}

/** One change on each line, as JSON, newest first within a tool. */
async function* historyOf(context: TeamContext): AsyncGenerator<string> {
  for (const { ref, number } of TOOLS) {
    for await (const changes of readHistory(context, ref)) {
      // client-zip takes an empty piece for the file's end: a tool without changes would cut off all tools after it.
      if (changes.length === 0) continue;
      const items = itemsEver(getTool(ref));
      const people = await listPeople(context, changes, listPeopleInChanges(items, changes));
      const show = (person: PersonRef) => showPerson(people, person);
      const lines = changes.map((change) => nameInChange(items, change, show));
      yield lines.map(({ by, ...change }) => `${JSON.stringify({ toolkit: ref.toolkitId, tool: ref.toolId, number, ...change, by: show(by) })}\n`).join("");
    }
  }
}

async function* auditLog(context: AgencyContext): AsyncGenerator<string> {
  yield "\uFEFF";
  yield stringify([["At (UTC)", "By", "Action", "Outcome", "Concerning", "Address"]]);
  let after = 0n;
  for (;;) {
    const lines = await listAuditLines(context, after, AUDIT_LINES_AT_ONCE);
    const rows = lines.map(({ at, by, action, outcome, target, source }) => {
      const concerning = target === null ? "" : JSON.stringify(target);
      return [at.toISOString(), by ?? "", action, outcome, concerning, source ?? ""];
    });
    // What people chose as their name must not run as a formula.
    yield stringify(rows, { escape_formulas: true });
    const last = lines.at(-1);
    if (!last || lines.length < AUDIT_LINES_AT_ONCE) return;
    after = last.id;
  }
}
