import { expect, test, vi } from "vitest";
import { findRefusal, RefusedError } from "@/lib/platform/auth/refused-error";
import { findUpdateRefusal, UpdateRefusedError } from "@/lib/responses/update-refusal";
import { ExportError, findExportError } from "@/lib/exports/document/export-error";

/** The same modules once more, as another route's bundle has them. */
async function anotherBundle() {
  vi.resetModules();
  const [refused, update, exported] = await Promise.all([
    import("@/lib/platform/auth/refused-error"),
    import("@/lib/responses/update-refusal"),
    import("@/lib/exports/document/export-error"),
  ]);
  return { ...refused, ...update, ...exported };
}

test("an error of ours is known by its name, whichever bundle made it", async () => {
  const other = await anotherBundle();
  const busy = new other.ExportError("busy");
  expect(busy).not.toBeInstanceOf(ExportError);
  expect(findExportError(busy)?.code).toBe("busy");
  expect(findExportError(new ExportError("timed-out"))?.code).toBe("timed-out");
  const no = new other.RefusedError("No.");
  expect(no).not.toBeInstanceOf(RefusedError);
  expect(findRefusal(no)?.message).toBe("No.");
  const refusal = { reason: "locked", message: "Locked.", itemId: null } as const;
  expect(findUpdateRefusal(new other.UpdateRefusedError(refusal))).toEqual(refusal);
  expect(findUpdateRefusal(new UpdateRefusedError(refusal))).toEqual(refusal);
});

test.each([new Error("x"), { name: "RefusedError" }, Object.assign(new Error("x"), { name: "ExportError", code: "toString" }), null, undefined, "RefusedError", 7])("%o is none of them", (error) => {
  expect([findRefusal(error), findExportError(error), findUpdateRefusal(error)]).toEqual([null, null, null]);
});
