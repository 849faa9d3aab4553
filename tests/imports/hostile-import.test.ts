import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { personOf } from "@/lib/domain/people/person";
import type { Item, TableItem } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import { getTool, keyOf, TOOLS } from "@/tests/support/tools";
import { planImport } from "@/lib/imports/import-plan";
import { parsePicked, readImport } from "@/lib/imports/read-import";
import { renderJson } from "@/lib/exports/json/render-json";
import { LIMITS, readJson, UnreadableError } from "@/lib/imports/read-json.mjs";
import { pickAnswers } from "@/lib/imports/pick-answers.mjs";
import { exampleAnswers, exportOf, fullExport, toolReport } from "../exports/samples/export-samples";

process.env.DATABASE_RUNTIME_URL ??= "postgres://unused.example/unused";
process.env.DATABASE_AUTH_URL ??= "postgres://unused.example/unused";
process.env.NEXTAUTH_SECRET ??= "x".repeat(32);
process.env.APP_URL ??= "https://workbook.example";

vi.setConfig({ testTimeout: 60_000 });

const MEGABYTE = 1024 * 1024;
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What the person is told of the file, and how much memory this process gained meanwhile. */
async function tell(bytes: Uint8Array): Promise<readonly string[]> {
  const read = await readImport(bytes);
  return read.ok ? planImport(parsePicked(read.content)).report.problems : [read.problem];
}

describe("a hostile file is refused in words", () => {
  const FILES: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
    ["of nothing", () => new Uint8Array(), /empty/],
    ["of spaces", () => bytesOf(" \n\t"), /empty/],
    ["of bytes that are no text", () => new Uint8Array([0xff, 0xfe, 0x00, 0x80]), /not a JSON file/],
    ["of twenty megabytes of brackets", () => bytesOf("[".repeat(20 * MEGABYTE)), /damaged/],
    ["nested a hundred thousand deep", () => bytesOf(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`), /damaged/],
    ["of millions of empty lists", () => bytesOf(`[${"[],".repeat(5_000_000)}[]]`), /too much/],
    ["of millions of numbers", () => bytesOf(`[${"1e999,".repeat(3_000_000)}1]`), /too much/],
    ["of one string without an end", () => bytesOf(`"${"\\\\".repeat(8 * MEGABYTE)}`), /damaged/],
    ["with a field twice", () => bytesOf('{"format":"a","format":"b"}'), /“format” is in one place twice/],
    ["with a field twice, once in disguise", () => bytesOf('{"format":"a","f\\u006frmat":"b"}'), /“format” is in one place twice/],
    ["that stops in the middle", () => bytesOf('{"format":"ps-cope-workbook","tools":[{'), /damaged/],
    ["that is a program", () => bytesOf("alert(1)"), /damaged/],
    ["that is a number too large", () => bytesOf("1e400"), /not a PS-COPE Workbook file/],
    ["that is null", () => bytesOf("null"), /not a PS-COPE Workbook file/],
    ["that names itself __proto__", () => bytesOf('{"__proto__":{"format":"ps-cope-workbook","version":1,"tools":[]}}'), /not a PS-COPE Workbook file/],
    ["of a later version", () => bytesOf('{"format":"ps-cope-workbook","version":3,"tools":[]}'), /another version/],
    ["without tools", () => bytesOf('{"format":"ps-cope-workbook","version":1,"tools":{"length":3}}'), /no tools/],
    ["with a hundred thousand answers", () => bytesOf(`{"format":"ps-cope-workbook","version":1,"tools":[{"number":1,"answers":{${Array.from({ length: 150_000 }, (_, n) => `"x${n}":{}`).join(",")}}}]}`), /too much/],
  ];

  test.each(FILES)("%s", async (_name, make, words) => {
    const before = process.memoryUsage().heapUsed;
    expect(await tell(make())).toEqual([expect.stringMatching(words)]);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150 * MEGABYTE);
  });

  test("while the server goes on with its other work", async () => {
    let longest = 0;
    let last = performance.now();
    const bytes = bytesOf(`[${"[],".repeat(5_000_000)}[]]`);
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    await tell(bytes);
    clearInterval(timer);
    expect(longest).toBeLessThan(1000);
  });
});

const itemOf = (number: number, kind: Item["kind"]) => toolItems(getTool(number)).find((item) => item.kind === kind) as Item;
const table = [6, 8, 10, 13].flatMap((number) => toolItems(getTool(number))).find(({ kind }) => kind === "table") as TableItem;
const tableTool = Number(/^t(\d+)/.exec(table.id)?.[1]);

/** A file with one answer, of the tool's present version or of another. */
function fileWith(number: number, itemId: string, value: unknown, version = getTool(number).version) {
  return pickAnswers({
    format: "ps-cope-workbook",
    version: 1,
    tools: [{ number, version, answers: { [itemId]: { value } } }],
  });
}

describe("an answer that does not fit refuses the file, naming the tool and the question", () => {
  const text = itemOf(1, "text");
  const status = itemOf(3, "status");
  const rating = itemOf(9, "rating");
  const row = (cells: unknown, id: unknown = "a") => [{ id, cells }];
  const CASES: readonly (readonly [string, number, Item, unknown, RegExp])[] = [
    ["a number for a text", 1, text, 7, /can hold/],
    ["a text too long", 1, text, "x".repeat(20_001), /20,000 characters/],
    ["a text with a NUL", 1, text, "a\0b", /can't be saved/],
    ["a text with half a character", 1, text, "a\ud800b", /can't be saved/],
    ["a list for a text", 1, text, ["a"], /can hold/],
    ["a status nobody can choose", 3, status, "maybe", /Yes, In Progress or No/],
    ["a rating of six", 9, rating, 6, /1 to 5/],
    ["a rating beyond numbers", 9, rating, Number.POSITIVE_INFINITY, /1 to 5/],
    ["a rating as text", 9, rating, "4", /1 to 5/],
    ["a table of one number", tableTool, table, 3, /can hold/],
    ["a row without an id", tableTool, table, row({}, ""), /can hold/],
    ["a row of another column", tableTool, table, row({ another: "x" }), /can hold/],
    ["a row of __proto__", tableTool, table, JSON.parse('[{"id":"a","cells":{"__proto__":"x"}}]'), /can hold/],
    ["a cell of a list", tableTool, table, row({ [table.columns[0]?.id ?? ""]: ["x"] }), /can hold/],
    ["two rows of one id", tableTool, table, [...row({}), ...row({})], /same id/],
    ["a row too many", tableTool, table, Array.from({ length: 501 }, (_, n) => ({ id: `r${n}`, cells: {} })), /at most 500 rows/],
  ];

  test.each(CASES)("%s", (_name, number, item, value, words) => {
    const { report, answers } = planImport(fileWith(number, item.id, value));
    expect(report).toMatchObject({ state: "refused", problems: [expect.stringMatching(words)] });
    expect(report.problems[0]).toMatch(new RegExp(`^Tool ${number}(, [^“]+)?, “.+”: `));
    expect(answers.size).toBe(0);
  });

  test("but one that has lost its place since the file was made is left out by name, and the rest comes in", () => {
    const older = fileWith(3, status.id, "maybe", getTool(3).version + 1);
    const tools = [...(older.tools ?? []), ...(fileWith(1, text.id, "kept").tools ?? []), ...(fileWith(1, "t1-gone", "x").tools ?? []).map((tool) => ({ ...tool, number: 2 }))];
    const { report, answers } = planImport({ ...older, tools });
    expect(report.state).toBe("ready");
    expect(report.leftOut).toEqual([expect.stringMatching(/^Tool 3, .+“.+Yes, In Progress or No/), expect.stringMatching(/^Tool 2, “t1-gone”: this tool has no such item/)]);
    expect(answers.get(keyOf(1))).toEqual({ [text.id]: "kept" });
  });

  test("but what the file says of a whole tool, where nobody can know what that means, is named, and the answers come in", () => {
    const version = getTool(1).version;
    const planOf = (status: unknown) =>
      planImport(pickAnswers({ format: "ps-cope-workbook", version: 1, tools: [{ number: 1, version, status, answers: { [text.id]: { value: "x" } } }] })).report;
    for (const status of ["completed", "Complete", "done", "", true, null]) {
      const { state, tools, leftOut } = planOf(status);
      expect([state, tools[0]?.isComplete, leftOut]).toEqual(["ready", false, [expect.stringMatching(/^Tool 1: the file says “.*” of the whole tool.+not complete\.$/)]]);
    }
    for (const status of ["not-started", "in-progress", "complete", undefined]) expect(planOf(status).leftOut).toEqual([]);
  });

  test("a tool in the file twice, or one there is not", () => {
    const one = fileWith(1, text.id, "x");
    const [tool] = one.tools ?? [];
    expect(planImport({ ...one, tools: [tool!, tool!] }).report.problems).toEqual(["Tool 1 is in the file twice."]);
    const { report } = planImport({ ...one, tools: [tool!, { ...tool!, number: 1.5 }, { ...tool!, number: null }] });
    expect([report.state, report.leftOut.length]).toEqual(["ready", 2]);
  });

  test("a tool with more text than one can hold", () => {
    const answers = Object.fromEntries(toolItems(getTool(8)).flatMap((item) => (item.kind === "text" ? [[item.id, { value: "語".repeat(20_000) }]] : [])));
    const cells = Object.fromEntries(table.columns.map(({ id, kind }) => [id, kind === "text" ? "語".repeat(2_000) : ""]));
    const rows = { [table.id]: { value: Array.from({ length: 500 }, (_, n) => ({ id: `r${n}`, cells })) } };
    const file = pickAnswers({ format: "ps-cope-workbook", version: 1, tools: [{ number: tableTool, version: getTool(tableTool).version, answers: { ...answers, ...rows } }] });
    expect(planImport(file).report.problems).toContain(`Tool ${tableTool} holds more text than one tool can hold.`);
  });

  test("a thousand problems are counted, not listed", () => {
    const answers = Object.fromEntries(toolItems(getTool(9)).map(({ id }) => [id, { value: {} }]));
    const tools = [8, 9, 12].map((number) => ({ number, version: getTool(number).version, answers: number === 9 ? answers : Object.fromEntries(toolItems(getTool(number)).map(({ id }) => [id, { value: { x: 1 } }])) }));
    const { problems } = planImport(pickAnswers({ format: "ps-cope-workbook", version: 1, tools })).report;
    expect(problems.length).toBe(51);
    expect(problems.at(-1)).toMatch(/^And \d+ more\.$/);
  });
});

test("whatever is changed in a file, it is read or refused, and never breaks", async () => {
  const { bytes } = await renderJson(exportOf([3, 6, 9].map((number) => toolReport(getTool(number), exampleAnswers(getTool(number)))), {
    records: Object.fromEntries(
      [3, 6, 9].flatMap((number) => Object.entries(exampleAnswers(getTool(number))).map(([id, answer]) => [id, { answer, by: personOf("Dana"), at: "2026-11-22T21:05:00Z" }])),
    ),
  }));
  const piece = fc.oneof(fc.constantFrom("{", "}", "[", "]", '"', ",", ":", "\\", "null", "-1e999", '"__proto__":', "\ud83d", "\u0000"), fc.json(), fc.string());
  fc.assert(
    fc.property(fc.nat(bytes.length), fc.nat(200), piece, (at, removed, put) => {
      const changed = Buffer.concat([bytes.subarray(0, at), Buffer.from(put), bytes.subarray(at + removed)]);
      try {
        const { report } = planImport(pickAnswers(readJson(changed)));
        expect(report.state === "refused").toBe(report.problems.length > 0);
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error;
      }
    }),
    { numRuns: 500 },
  );
});

/** A file with these entries as one tool's answers, as it is read from the bytes. */
function read(number: number, entries: string, version: number | string = getTool(number).version) {
  const json = `{"format":"ps-cope-workbook","version":1,"tools":[{"number":${number},"version":${version},"answers":{${entries}}}]}`;
  // As the worker hands it on.
  return planImport(JSON.parse(JSON.stringify(pickAnswers(readJson(bytesOf(json))))) as ReturnType<typeof pickAnswers>).report;
}

describe("nothing in a file is passed over in silence", () => {
  const ofKind = (kind: Item["kind"]) => {
    const number = [1, 2, 3, 6, 8, 9, 10, 12, 13].find((each) => toolItems(getTool(each)).some((item) => item.kind === kind)) ?? 0;
    return { number, item: itemOf(number, kind) };
  };
  const KINDS = (["text", "date", "choice", "status", "rating", "table"] as const).map((kind) => [kind, ofKind(kind)] as const);

  describe.each(KINDS)("an entry for a %s", (_kind, { number, item }) => {
    test.each(['"yes"', "7", "null", "true", "[]", "{}", '[{"value":"x"}]', '{"Value":"x"}', '{"__proto__":{"value":"x"}}', '{"answer":{"value":"x"}}'])(
      "that is no answer of ours is refused by name: %s",
      (entry) => {
        const report = read(number, `"${item.id}":${entry}`);
        expect(report).toMatchObject({ state: "refused", inFile: 1, leftOut: [] });
        expect(report.problems).toEqual([expect.stringMatching(/^Tool \d+(, [^“]+)?, “.+”: What stands in the file is not an answer/)]);
        expect(read(number, `"${item.id}":${entry}`, 99)).toMatchObject({ state: "refused" });
      },
    );

    test.each(["1e400", "-1e400", "true", "[[]]", '{"value":"x"}', "9007199254740993"])("whose value no such item can hold is refused by name: %s", (value) => {
      const report = read(number, `"${item.id}":{"value":${value}}`);
      expect(report).toMatchObject({ state: "refused", problems: [expect.stringMatching(/^Tool \d+(, [^“]+)?, “.+”: /)] });
    });

    test("that is blank is left out by name", () => {
      for (const value of ["null", ...(item.kind === "text" ? ['""', '" \\n"'] : item.kind === "table" ? ["[]", '[{"id":"a","cells":{}}]'] : [])]) {
        expect(read(number, `"${item.id}":{"value":${value}}`).leftOut).toEqual([expect.stringMatching(/“.+”: It is blank\.$/)]);
      }
    });

    test("that calls itself another kind is refused by name, whatever it holds", () => {
      const { problems } = read(number, `"${item.id}":{"kind":"${item.kind === "text" ? "rating" : "text"}","value":${JSON.stringify(exampleAnswers(getTool(number))[item.id])}}`);
      expect(problems).toEqual([expect.stringMatching(/“.+”: The file gives another kind/)]);
      expect(read(number, `"${item.id}":{"kind":"${item.kind}","value":${JSON.stringify(exampleAnswers(getTool(number))[item.id])}}`)).toMatchObject({ state: "ready" });
    });
  });

  test("a table's faults name row and column, however many there are", () => {
    const [first, second] = table.columns;
    const cells = (value: unknown) => JSON.stringify({ value: [{ id: "a", cells: {} }, { id: "b", cells: { [first!.id]: value } }, { id: "c", cells: { [second!.id]: value } }] });
    const told = read(tableTool, `"${table.id}":${cells(7)}`).problems;
    expect(told).toEqual([expect.stringContaining(`Row 2, “${first!.label}”: `)]);
    expect(told[0]).toContain(`Row 3, “${second!.label}”: `);
    expect(read(tableTool, `"${table.id}":${cells("x".repeat(20_001))}`).problems[0]).toMatch(/Row 2, “.+”: Shorten this answer/);
    expect(read(tableTool, `"${table.id}":${cells("a\0b")}`).problems[0]).toMatch(/Row 2, “.+”: It holds a character/);
    const many = JSON.stringify({ value: Array.from({ length: 9 }, (_, n) => ({ id: `r${n}`, cells: { [first!.id]: 1 } })) });
    expect(read(tableTool, `"${table.id}":${many}`).problems).toEqual([expect.stringMatching(/And 6 more in this table\.$/)]);
    expect(read(tableTool, `"${table.id}":{"value":[{"id":"a","cells":{"nobody":"x"}}]}`).problems[0]).toMatch(/Row 1, “nobody”: /);
    expect(read(tableTool, `"${table.id}":{"value":[{"id":"a","cells":{}},{"id":"b","cells":{}},{"id":"a","cells":{}}]}`).problems[0]).toMatch(/Rows 1 and 3: .*same id/);
    expect(read(tableTool, `"${table.id}":{"value":[{"id":"a","cells":{}},null]}`).problems[0]).toMatch(/Row 2: /);
  });

  test("a date that is none names its row and column too", () => {
    const dated = TOOLS.flatMap(toolItems).find((item): item is TableItem => item.kind === "table" && item.columns.some(({ kind }) => kind === "date"))!;
    const column = dated.columns.find(({ kind }) => kind === "date")!;
    const number = Number(/^t(\d+)/.exec(dated.id)?.[1]);
    for (const day of ["2026-02-30", "03/15/26", "2026-13-01", "tomorrow"]) {
      const value = JSON.stringify([{ id: "a", cells: { [column.id]: day } }]);
      expect(read(number, `"${dated.id}":{"value":${value}}`).problems).toEqual([expect.stringContaining(`Row 1, “${column.label}”: `)]);
    }
  });

  test("a file of unknown items only says so, and names them", () => {
    const report = read(1, '"t99-1":{"value":"x"},"__proto__":{"value":"x"},"constructor":"x"');
    expect(report.problems).toEqual([expect.stringMatching(/^None of the answers in this file \(3\) can be brought in/)]);
    expect(report.leftOut).toEqual([expect.stringContaining("“t99-1”"), expect.stringContaining("“__proto__”"), expect.stringContaining("“constructor”")]);
  });

  test("the answers of a tool that there is not are counted", () => {
    const file = (number: string) => `{"format":"ps-cope-workbook","version":1,"tools":[{"number":${number},"version":1,"answers":{"a":{"value":"x"},"b":{"value":"y"}}}]}`;
    for (const number of ["14", "0", '"3"', "1e400", "null"]) {
      const { report } = planImport(pickAnswers(readJson(bytesOf(file(number)))));
      expect(report).toMatchObject({ state: "refused", inFile: 2, leftOut: [expect.stringMatching(/no such tool\. Its 2 answers are left out\.$/)] });
    }
  });

  test.each(["null", '"1"', "0", "-1", "1.5", "1e400"])("a tool of version %s is refused, for nobody knows what its answers answer", (version) => {
    expect(read(1, `"${itemOf(1, "text").id}":{"value":"x"}`, version).problems).toEqual(["Tool 1 does not say which version of the tool its answers are for."]);
  });

  test("more tools than anybody has are refused, not cut off", () => {
    expect(() => pickAnswers({ format: "ps-cope-workbook", version: 1, tools: Array.from({ length: 101 }, () => ({})) })).toThrow(UnreadableError);
  });

  test("each answer of a file comes in, is left out, or is a problem: the numbers add up", () => {
    const anything = fc.oneof(fc.jsonValue(), fc.record({ value: fc.jsonValue() }), fc.record({ value: fc.constantFrom("yes", 3, "x", "2026-01-31", null, "") }));
    const ids = [3, 6, 8, 9].flatMap((number) => toolItems(getTool(number)).map(({ id }) => id));
    const answers = fc.dictionary(fc.oneof(fc.constantFrom(...ids), fc.string()), anything, { maxKeys: 30 });
    fc.assert(
      fc.property(fc.constantFrom(3, 6, 8, 9), answers, fc.constantFrom(1, 2, 99), (number, given, version) => {
        const { report } = planImport(pickAnswers({ format: "ps-cope-workbook", version: 1, tools: [{ number, version, answers: given }] }));
        const broughtIn = report.tools.reduce((sum, tool) => sum + tool.answers, 0);
        const named = report.problems.filter((line) => line.includes("“")).length;
        expect(broughtIn + report.leftOut.length + named).toBe(Object.keys(given).length);
        expect(report.inFile).toBe(Object.keys(given).length);
      }),
      { numRuns: 300 },
    );
  });
});

test("texts come in with plain line breaks, wherever they stand", () => {
  const text = itemOf(1, "text");
  const odd = "one\r\ntwo\rthree\n\r\n";
  const plain = "one\ntwo\nthree\n\n";
  expect(planImport(fileWith(1, text.id, odd)).answers.get(keyOf(1))).toEqual({ [text.id]: plain });
  const column = table.columns.find(({ kind }) => kind !== "date")!.id;
  expect(planImport(fileWith(tableTool, table.id, [{ id: "a", cells: { [column]: odd } }])).answers.get(keyOf(tableTool))).toEqual({ [table.id]: [{ id: "a", cells: { [column]: plain } }] });
  const choices = TOOLS.flatMap((tool) => toolItems(tool).flatMap((item) => (item.kind === "choice" && item.otherOptionId ? [{ number: tool.number, item }] : [])));
  for (const { number, item } of choices.slice(0, 1)) {
    expect(planImport(fileWith(number, item.id, { option: item.otherOptionId, other: odd })).answers.get(keyOf(number))).toEqual({ [item.id]: { option: item.otherOptionId, other: plain } });
  }
  expect(choices.length).toBeGreaterThan(0);
});

test("no file of ours comes near the limits", async () => {
  const { bytes } = await renderJson(fullExport({ hasComments: true, hasHistory: true }));
  let depth = 0;
  const measure = (value: unknown, level: number): number => {
    depth = Math.max(depth, level);
    if (typeof value !== "object" || value === null) return 1;
    return Object.values(value).reduce<number>((sum, inner) => sum + measure(inner, level + 1), 1);
  };
  expect(measure(JSON.parse(bytes.toString("utf8")), 1)).toBeLessThan(LIMITS.values / 20);
  expect(depth).toBeLessThan(LIMITS.depth / 2);
});
