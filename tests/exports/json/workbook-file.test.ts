import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { personOf } from "@/lib/domain/people/person";
import type { ExportOptions } from "@/lib/exports/document/export-options";
import { buildJsonSchema, schemaAddress } from "@/lib/exports/json/json-schema";
import { renderJson } from "@/lib/exports/json/render-json";
import type { WorkbookFile } from "@/lib/exports/json/workbook-schema";
import { fullExport } from "../samples/export-samples";

process.env.DATABASE_RUNTIME_URL ??= "postgres://unused.example/unused";
process.env.DATABASE_AUTH_URL ??= "postgres://unused.example/unused";
process.env.NEXTAUTH_SECRET ??= "x".repeat(32);
process.env.APP_URL = "https://workbook.example";

const APP = "https://workbook.example";

// An implementation of JSON Schema of its own; the patterns beside "format" say what a date looks like.
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false }).compile(buildJsonSchema(APP));

async function fileOf(options: Partial<ExportOptions>): Promise<WorkbookFile> {
  const { bytes } = await renderJson(fullExport({ format: "json", ...options }));
  return JSON.parse(bytes.toString("utf8")) as WorkbookFile;
}

const tool = (number: number) => ({ toolkit: "ps-cope", tool: `tool-${number}`, number });
const everything = { hasComments: true, hasHistory: true, hasEvidence: true };

const VARIANTS: Readonly<Record<string, Partial<ExportOptions>>> = {
  "the whole toolkit": {},
  "the whole toolkit with everything": everything,
  "the whole toolkit without its files": { hasEvidence: false },
  "chosen tools": { content: "tools", tools: ["3", "9"], ...everything },
  "a tool without questions": { content: "tools", tools: ["7"] },
  "readiness alone": { content: "readiness" },
  "the plan": { content: "plan", ...everything },
  "blank forms": { content: "forms" },
  "roles instead of names": { names: "roles", ...everything },
};

describe("the published schema", () => {
  test.each(Object.entries(VARIANTS))("accepts %s", async (_name, options) => {
    const file = await fileOf(options);
    expect(validate(file), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(file.$schema).toBe(schemaAddress(APP));
  });

  const BROKEN: Readonly<Record<string, (file: Editable) => void>> = {
    "of another format": (file) => (file.format = "another"),
    "of a version there is not": (file) => (file.version = 3),
    "without what it is": (file) => delete file.about,
    "with a field it does not have": (file) => (file.extra = true),
    "with a tool there is not": (file) => (file.tools[0].tool = 14),
    "with a rating of six": (file) => (answerIn(file, "rating").value = 6),
    "with a rating as text": (file) => (answerIn(file, "rating").value = "4"),
    "with a status nobody can choose": (file) => (answerIn(file, "status").value = "maybe"),
    "with a date that is none": (file) => (answerIn(file, "date").value = "2026-02-30"),
    "with a row without an id": (file) => delete answerIn(file, "table").value[0].id,
    "with an answer of nobody": (file) => delete answerIn(file, "text").by,
    "with a score of six": (file) => (file.readiness.areas[0].score.mean = 6),
    "with a change of nothing": (file) => delete file.history[0].tool,
    "with a time that is none": (file) => (file.about.at = "yesterday"),
  };

  test.each(Object.entries(BROKEN))("refuses a file %s", async (_name, damage) => {
    const file = (await fileOf(everything)) as unknown as Editable;
    expect(validate(file)).toBe(true);
    damage(file);
    expect(validate(file)).toBe(false);
  });

  test("is at the address it names, and describes every field", () => {
    const schema = buildJsonSchema(APP) as Record<string, unknown>;
    expect(schema.$id).toBe("https://workbook.example/schema/ps-cope-workbook-2.json");
    expect(listUndescribed(schema)).toEqual([]);
  });
});

describe("the file", () => {
  test("tells what was not asked for from what there is none of", async () => {
    const bare = await fileOf({ hasEvidence: false });
    expect([bare.comments, bare.history, bare.evidence]).toEqual([null, null, null]);
    const asked = await fileOf({ content: "tools", tools: ["3"], ...everything });
    expect([asked.comments, asked.history, asked.evidence]).toEqual([[], [], []]);
  });

  test("tells who looks after what, until when, and what they said who gave it back", async () => {
    const { assignments } = await fileOf({ content: "tools", tools: ["3", "9"] });
    const assigned = { by: "Dana Whitfield", person: "Dana Whitfield", at: "2026-11-10T15:00:00Z" };
    expect(assignments).toEqual([
      { tool: tool(3), target: "", assignee: "Marcus Oyelaran", assigneePerson: "Marcus Oyelaran", assigned, due: "2026-12-01", accepted: true, handBackNote: null },
      { tool: tool(9), target: "", assignee: "Marcus Oyelaran", assigneePerson: "Marcus Oyelaran", assigned, due: null, accepted: false, handBackNote: "I am away in December." },
    ]);
    expect((await fileOf({ content: "forms" })).assignments).toEqual([]);
  });

  test("keeps control, bidi and zero-width characters, and counts half characters that no JSON can hold", async () => {
    const odd = "\u0001\u202etxt.exe\u200b\u2028“</script>”\u{1f600}";
    const document = fullExport({ format: "json" });
    const item = Object.keys(document.records)[0] as string;
    const record = { answer: `${odd}\ud800 and \udc00`, by: personOf("Dana"), at: "2026-11-22T21:05:00Z" };
    const { bytes, notShown } = await renderJson({ ...document, records: { ...document.records, [item]: record } });
    const file = JSON.parse(bytes.toString("utf8")) as WorkbookFile;
    const value = file.tools.flatMap(({ answers }) => Object.entries(answers)).find(([id]) => id === item)?.[1].value;
    expect(value).toBe(`${odd}\ufffd and \ufffd`);
    expect(notShown).toBe(2);
  });

  test("of the same data is the same bytes", async () => {
    const [first, second] = await Promise.all([renderJson(fullExport(everything)), renderJson(fullExport(everything))]);
    expect(first.bytes.equals(second.bytes)).toBe(true);
  });
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Editable = any;

/** The first answer of this kind. */
function answerIn(file: Editable, kind: string): Editable {
  const answers = file.tools.flatMap((tool: Editable) => Object.values(tool.answers));
  return answers.find((answer: Editable) => answer.kind === kind);
}

/** Paths of the fields without a description, their own or that of what they refer to. */
function listUndescribed(schema: Record<string, unknown>): string[] {
  const definitions = schema.$defs as Record<string, Record<string, unknown>>;
  const found: string[] = [];
  const isDescribed = (field: Record<string, unknown>): boolean => {
    if (field.description) return true;
    const name = typeof field.$ref === "string" ? field.$ref.split("/").at(-1) : undefined;
    return name !== undefined && Boolean(definitions[name]?.description);
  };
  const look = (node: unknown, path: string) => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === "properties") {
        for (const [name, field] of Object.entries(value as Record<string, Record<string, unknown>>)) {
          if (!isDescribed(field)) found.push(`${path}.${name}`);
        }
      }
      look(value, `${path}.${key}`);
    }
  };
  look(schema, "");
  return found;
}
