import { expect, test } from "vitest";
import { personOf } from "@/lib/domain/people/person";
import type { CommentThread } from "@/lib/comments/comment";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { everyKindTool } from "../samples/every-kind-tool";
import { exportOf, render, toolReport } from "../samples/export-samples";
import { readPdf, squash } from "./read-pdf";

const MARKUP = '#panic("x") *not bold* $x$ <script>alert(1)</script> @label';

const said = (by: string, body: string | null, isEdited = false) => ({
  id: by,
  by: personOf(by),
  at: "2026-11-20T16:00:00Z",
  isYours: false,
  isEdited,
  body: body === null ? null : [body],
});

const THREADS: readonly CommentThread[] = [
  {
    id: "open",
    resolved: null,
    comments: [said("Dana Whitfield", null), said("Marcus Oyelaran", `${MARKUP}\nSecond line.`, true)],
  },
  {
    id: "done",
    resolved: { by: personOf("Dana Whitfield"), at: "2026-11-21T16:00:00Z" },
    comments: [said("Dana Whitfield", "Which form do we mean?")],
  },
];

const report = toolReport(everyKindTool, {});

async function textWith(comments: ReadonlyMap<string, readonly CommentThread[]> | null) {
  const document = exportOf([report], comments ? { comments: new Map([[toolKey(report.ref), comments]]) } : {});
  const rendered = await render(document);
  expect(rendered.refusal).toBeNull();
  expect(rendered.claimsPdfUa).toBe(true);
  return (await readPdf(rendered.bytes)).text;
}

test("comments are printed after the tool, as they were typed, with who, when and what became of them", async () => {
  const text = await textWith(new Map([["k-long", THREADS]]));
  for (const words of [
    MARKUP,
    "Second line.",
    "Reply by Marcus Oyelaran, November 20, 2026 (edited)",
    "This comment was deleted.",
    "Which form do we mean?",
    "Resolved by Dana Whitfield, November 21, 2026",
  ]) {
    expect(text).toContain(squash(words));
  }
});

test("without comments the tool is printed as it always was", async () => {
  expect(await textWith(new Map())).toBe(await textWith(null));
});
