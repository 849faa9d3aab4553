import { expect, it } from "vitest";
import { printDocument } from "@/lib/exports/print/print-document";
import { fullExport, renderPrinted } from "../samples/export-samples";
import { readPdf, squash } from "./read-pdf";

it("a brief is one page of PDF/UA-1 with every word of it and a word for every drawing", async () => {
  const document = printDocument(fullExport({ content: "brief", names: "roles" }));
  const rendered = await renderPrinted(document);
  expect(rendered.refusal).toBeNull();
  expect(rendered.claimsPdfUa).toBe(true);
  const pdf = await readPdf(rendered.bytes);
  expect(pdf.pages).toBe(1);
  const { brief } = document;
  const words = [brief!.agency, brief!.title, brief!.headline, brief!.reading, brief!.note, ...brief!.areas.map(({ name }) => name), ...brief!.asks, ...brief!.planned];
  for (const text of [...words, ...brief!.priorities.map(({ statement }) => statement)]) expect(pdf.text).toContain(squash(text));
  expect(pdf.alternatives).toEqual(brief!.areas.map(({ alternative }) => alternative));
  expect(pdf.text).not.toContain("DanaWhitfield");
});

it("a brief of the longest words that it takes is one page, too", async () => {
  const sample = fullExport({ content: "brief" });
  const brief = sample.brief!;
  const long = (letters: number) => "word ".repeat(letters / 5).trim();
  const document = printDocument({
    ...sample,
    brief: {
      ...brief,
      title: long(200),
      priorities: brief.priorities.map((priority) => ({ ...priority, why: long(240) })),
      planned: [long(200), long(200), long(200)],
      asks: [long(300), long(300)],
    },
  });
  expect((await readPdf((await renderPrinted(document)).bytes)).pages).toBe(1);
});
