import { unzipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/api/teams/[teamId]/export/route";
import { EXPORT_FORMATS, type ExportFormat, exportHref, type ExportOptions } from "@/lib/export/export-options";
import { readPdf, squash } from "../pdf/read-pdf";
import { workTogether } from "../support/export-team";
import { addToTeam, type AgencyFixture, createAgencyFixture, type Person, signInCookie, teamContext } from "../support/people";

let fixture: AgencyFixture;
let people: readonly Person[];
let cookie: string;

beforeAll(async () => {
  fixture = await createAgencyFixture();
  const [lead, member, partner] = [
    await addToTeam(fixture, "lead"),
    await addToTeam(fixture, "member"),
    await addToTeam(fixture, "partner", [3]),
  ];
  people = [lead, member, partner, fixture.admin];
  cookie = await signInCookie(lead);
  const contextOf = (person: Person) => teamContext(person, fixture.teamId);
  await workTogether({ lead: await contextOf(lead), member: await contextOf(member), partner: await contextOf(partner) });
});

/** All that can be read in a file, its properties included, without spaces. */
async function readAll(format: ExportFormat, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (format === "json") return squash(new TextDecoder().decode(bytes));
  if (format !== "pdf") {
    const texts = Object.values(unzipSync(bytes)).map((part) => new TextDecoder().decode(part));
    // Text that is split into runs must not hide a name.
    return texts.flatMap((text) => [squash(text), squash(text.replace(/<[^>]*>/g, ""))]).join("\n");
  }
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const { info, metadata } = await (await loading.promise).getMetadata();
  await loading.destroy();
  const { text, artefacts } = await readPdf(bytes);
  return squash(`${text} ${artefacts} ${JSON.stringify(info)} ${metadata?.getRaw() ?? ""}`);
}

async function download(options: Partial<ExportOptions>): Promise<string> {
  const { teamId } = fixture;
  const request = new Request(`http://localhost:3000${exportHref(teamId, options)}`, { headers: { cookie } });
  const response = await GET(request, { params: Promise.resolve({ teamId }) });
  expect(response.status).toBe(200);
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(response.headers.get("content-length")).toBe(String(bytes.length));
  return readAll(options.format ?? "pdf", bytes);
}

const EVERYTHING: Partial<ExportOptions> = { hasComments: true, hasHistory: true, hasEvidence: true };
/** The tools that people did something in: the others would only take time to print. */
const TOOLS: Partial<ExportOptions> = { ...EVERYTHING, content: "tools", tools: ["2", "3", "7"] };

async function expectRolesOnly(options: Partial<ExportOptions>): Promise<void> {
  const text = await download({ ...options, names: "roles" });
  for (const { name } of people) expect(text, name).not.toContain(squash(name));
  for (const role of ["Team lead", "Team member", "Community partner", "@Team lead"]) expect(text).toContain(squash(role));
  expect(text).toContain(squash("They agreed."));
}

describe.each(EXPORT_FORMATS)("as %s", (format) => {
  test("with roles in place of names, nobody’s name is anywhere in the file: not in its text, not in its properties", async () => {
    await expectRolesOnly({ ...TOOLS, format });
  });

  test("with names, everyone who did something is named", async () => {
    const text = await download({ ...TOOLS, format });
    for (const role of ["lead", "member", "partner"]) expect(text).toContain(squash(`Robin ${role}`));
  });
});

test("the whole toolkit with its readiness report names nobody either", async () => {
  await expectRolesOnly({ ...EVERYTHING, format: "json" });
});
