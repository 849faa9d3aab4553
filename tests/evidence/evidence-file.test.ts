import { describe, expect, test } from "vitest";
import { getTool } from "@/tests/support/tools";
import { cleanFileName, evidenceTypeLabel, evidenceTypeOf, PRIVACY_QUESTION } from "@/lib/evidence/evidence-file";
import { EVIDENCE_NAME_MAX_LENGTH } from "@/lib/domain/limits";

test.each([
  ["Naloxone policy 2026.pdf", "Naloxone policy 2026.pdf"],
  ["C:\\Users\\me\\policy.pdf", "policy.pdf"],
  ["../../etc/policy.pdf", "policy.pdf"],
  ["report\u202efdp.exe.pdf", "reportfdp.exe.pdf"],
  ["a\u0000b\n\tc\u200b.pdf", "abc.pdf"],
  ["  spaces   inside .pdf ", "spaces inside.pdf"],
  ["what? \"this\" <one>|*:.pdf", "what- -this- -one----.pdf"],
  [".pdf", "file.pdf"],
  ["...hidden.pdf", "hidden.pdf"],
  ["Política de naloxona.pdf", "Política de naloxona.pdf"],
  ["e\u0301te\u0301.pdf", "été.pdf"],
  ["سياسة.pdf", "سياسة.pdf"],
  ["no ending", "no ending"],
  ["", "file"],
])("the name %j is kept as %j", (given, kept) => {
  expect(cleanFileName(given)).toBe(kept);
});

test("a long name is shortened, its ending stays", () => {
  const name = cleanFileName(`${"long ".repeat(60)}.pdf`);
  expect(Array.from(name).length).toBeLessThanOrEqual(EVIDENCE_NAME_MAX_LENGTH);
  expect(name).toMatch(/^long long .*\.pdf$/);
  const faces = cleanFileName(`${"😀".repeat(200)}.pdf`);
  expect(Array.from(faces)).toHaveLength(EVIDENCE_NAME_MAX_LENGTH);
  expect(faces.isWellFormed()).toBe(true);
});

describe("the kind of a file", () => {
  test("goes by the last ending, in any letters", () => {
    expect(evidenceTypeOf("a.pdf.JPEG")?.label).toBe("JPEG image");
    expect(evidenceTypeOf("a.jpeg.exe")).toBeUndefined();
    expect(evidenceTypeOf("pdf")).toBeUndefined();
    expect(evidenceTypeOf("a.__proto__")).toBeUndefined();
  });

  test("has a name in words", () => {
    expect(evidenceTypeLabel("text/csv")).toBe("CSV table");
    expect(evidenceTypeLabel("application/x-old")).toBe("application/x-old");
  });
});

test("the privacy reminder asks what the toolkit asks, word for word", () => {
  expect(JSON.stringify(getTool(1).sections)).toContain(JSON.stringify(PRIVACY_QUESTION));
});
