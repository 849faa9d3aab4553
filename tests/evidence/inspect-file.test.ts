import { describe, expect, test } from "vitest";
import { inspectFile } from "@/lib/evidence/inspect-file";
import { EVIDENCE_FILE_MAX_BYTES } from "@/lib/domain/limits";
import { type Bytes, bytesOf, jpegOf, officeOf, pdfOf, pngOf, zipOf } from "../support/evidence-files";

const html = bytesOf("<!DOCTYPE html><title>x</title><script>alert(1)</script>");
const svg = bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const join = (...parts: Bytes[]) => bytesOf(Buffer.concat(parts));

const TAKEN: readonly [string, Bytes, string][] = [
  ["policy.pdf", pdfOf(), "application/pdf"],
  ["POLICY.PDF", pdfOf(), "application/pdf"],
  ["notes.docx", officeOf("docx"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["calls.xlsx", officeOf("xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["plan.pptx", officeOf("pptx"), "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
  ["streamed.docx", officeOf("docx", { isStreamed: true }), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["calls.csv", bytesOf("month,calls\r\nMay,12\r\n"), "text/csv"],
  ["with-mark.csv", bytesOf("\ufeffmonth,calls\nmarço,12\n"), "text/csv"],
  ["starts-like-a-bitmap.csv", bytesOf("BM,calls\n1,2\n"), "text/csv"],
  ["less-than.txt", bytesOf("<5 minutes: 12 calls"), "text/plain"],
  ["notes.txt", bytesOf("Приветствие, 会議, مرحبا\n"), "text/plain"],
  ["map.png", pngOf(), "image/png"],
  ["sign.jpg", jpegOf(), "image/jpeg"],
  ["sign.jpeg", jpegOf(), "image/jpeg"],
];

test.each(TAKEN)("%s is taken for what it is", async (name, bytes, mediaType) => {
  expect(await inspectFile(name, bytes)).toMatchObject({ ok: true, type: { mediaType } });
});

const REFUSED: readonly [string, string, Bytes, RegExp][] = [
  ["an empty file", "empty.pdf", bytesOf(""), /empty/],
  ["a web page named like a PDF", "page.pdf", html, /no PDF/],
  ["a web page named like text", "page.txt", html, /web page/],
  ["a drawing named like text", "drawing.txt", svg, /web page or drawing/],
  ["a web page", "page.html", html, /can’t be added/],
  ["a drawing", "drawing.svg", svg, /can’t be added/],
  ["a program", "setup.exe", bytesOf("MZ"), /can’t be added/],
  ["a name without an ending", "README", bytesOf("text"), /can’t be added/],
  ["an older Word file", "old.doc", bytesOf(Buffer.from("d0cf11e0a1b11ae1", "hex")), /can’t be added/],
  ["a Word file with a password", "locked.docx", bytesOf(Buffer.alloc(512, Buffer.from("d0cf11e0a1b11ae1", "hex"))), /password/],
  ["a Word file with macros", "macro.docx", officeOf("docm"), /macros/],
  ["a hidden macro part", "macro.docx", officeOf("docx", { more: { "word/vbaProject.bin": "x" } }), /macros/],
  ["a macro part in other letters", "macro.xlsx", officeOf("xlsx", { more: { "XL/VBAproject.BIN": "x" } }), /macros/],
  ["an Excel 4 macro sheet", "macro.xlsx", officeOf("xlsx", { more: { "xl/macrosheets/sheet1.xml": "x" } }), /macros/],
  ["a control that runs", "active.docx", officeOf("docx", { more: { "word/activeX/activeX1.bin": "x" } }), /macros/],
  ["an Excel file named like Word", "table.docx", officeOf("xlsx"), /no Word document/],
  ["any other archive named like Word", "archive.docx", zipOf({ "a.txt": "a" }), /no Word document/],
  ["a Word file with something after its end", "tail.docx", join(officeOf("docx"), html), /no Word document/],
  ["a Word file cut short", "half.docx", bytesOf(officeOf("docx").slice(0, 200)), /no Word document/],
  ["a PDF before an archive, named like Word", "both.docx", join(pdfOf(), officeOf("docx")), /no Word document/],
  ["an image named like a PDF", "image.pdf", pngOf(), /no PDF/],
  ["a PDF named like an image", "image.png", pdfOf(), /no PNG/],
  ["a PDF named like text", "policy.txt", pdfOf(), /no Plain text/],
  ["a text with a NUL", "nul.txt", bytesOf("a\u0000b"), /UTF-8/],
  ["a text in UTF-16", "wide.csv", bytesOf(Buffer.from("\ufeffmonth,calls", "utf16le")), /UTF-8/],
  ["a table in an older encoding", "old.csv", bytesOf(Buffer.from("março", "latin1")), /CSV UTF-8/],
  ["a text with control characters", "control.txt", bytesOf("a\u0001b"), /no Plain text/],
  ["one byte too much", "large.txt", bytesOf("x".repeat(EVIDENCE_FILE_MAX_BYTES + 1)), /larger than 10 MB/],
];

describe("refused, with words that say what to do", () => {
  test.each(REFUSED)("%s", async (_what, name, bytes, words) => {
    const inspection = await inspectFile(name, bytes);
    if (inspection.ok) throw new Error(`${name} was taken`);
    expect(inspection.problem).toMatch(words);
    expect(inspection.problem).toMatch(/\.$/);
  });
});

test("a file of the largest size is taken", async () => {
  expect((await inspectFile("large.txt", bytesOf("x".repeat(EVIDENCE_FILE_MAX_BYTES)))).ok).toBe(true);
});

test("whatever bytes follow a known beginning, looking at them ends", async () => {
  for (const start of [pdfOf(), pngOf(), jpegOf(), officeOf("docx"), officeOf("xlsx", { isStreamed: true })]) {
    for (let cut = 1; cut < start.length; cut += 7) {
      for (const name of ["a.pdf", "a.docx", "a.png", "a.jpg", "a.csv"]) await inspectFile(name, bytesOf(start.slice(0, cut)));
    }
  }
});
