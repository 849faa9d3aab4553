import { expect, test } from "vitest";
import { personOf } from "@/lib/domain/people/person";
import { getTool } from "@/tests/support/tools";
import type { EvidenceEntry } from "@/lib/exports/document/export-document";
import { nameOf } from "@/lib/domain/tool/tool-ref";
import { exportOf, render, toolReport } from "../samples/export-samples";
import { readPdf, squash } from "./read-pdf";

const tool = toolReport(getTool(4), {});

const entry = (changes: Partial<EvidenceEntry> = {}): EvidenceEntry => ({
  tool: nameOf(getTool(4)),
  itemId: "a-question",
  item: "Offer peer support to staff",
  name: "Peer support policy 2026.pdf",
  kind: "PDF, 214 KB",
  added: { by: personOf("Marcus Oyelaran"), at: "2026-11-14T20:00:00Z" },
  ...changes,
});

test("a tool's files are listed after its answers with name, kind, size, question, who and when, as PDF/UA-1", async () => {
  const long = entry({ name: `${"calls_for_service_2026".repeat(6)}.csv`, kind: "CSV table, 9.8 MB", item: "A second question" });
  const other = entry({ tool: nameOf(getTool(5)), name: "Another tool's.pdf" });
  const hostile = entry({ name: '#include "x" <b>*bold*</b>.txt', kind: "Plain text, 1 KB" });
  const rendered = await render(exportOf([tool], { evidence: [entry(), long, hostile, other] }));
  expect(rendered.refusal).toBeNull();
  expect(rendered.claimsPdfUa).toBe(true);
  const { text, bookmarks } = await readPdf(rendered.bytes);
  for (const words of [entry(), long, hostile].flatMap(({ name, kind, item }) => [name, kind, item])) {
    expect(text).toContain(squash(words));
  }
  expect(text).toContain(squash("Marcus Oyelaran, November 14, 2026"));
  expect(text).toContain(squash("not part of this document"));
  expect(text).not.toContain(squash(other.name));
  expect(bookmarks).toContain("Supporting files");
});

test("a tool without files says nothing about files", async () => {
  for (const evidence of [[], [entry({ tool: nameOf(getTool(5)) })]]) {
    const { text, bookmarks } = await readPdf((await render(exportOf([tool], { evidence }))).bytes);
    expect(text).not.toContain(squash("These files support the answers"));
    expect(bookmarks).not.toContain("Supporting files");
  }
});
