import { personOf } from "@/lib/domain/people/person";
import type { ReadinessArea, ReadinessChecklist, ReadinessReport } from "@/lib/domain/readiness/readiness";
import { scoreArea, scoreChecklist, scoreSection } from "@/lib/domain/readiness/scoring";
import { nameOf } from "@/lib/domain/tool/tool-ref";
import { getTool } from "@/tests/support/tools";

const data: ReadinessArea = { id: "i1", anchor: "t9-i1", element: "IE1", title: "Use data", score: scoreArea([5, 4, 4]), lastAnswered: null };
const safety: ReadinessArea = {
  id: "i2",
  anchor: "t9-i2",
  element: "IE2",
  title: "Be safe",
  score: scoreArea([2, "dk", "dk-unknown", null]),
  lastAnswered: null,
};
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const checklist: ReadinessChecklist = {
  tool: nameOf(getTool(2)),
  element: "IE2",
  score: scoreChecklist([...times(18, "yes" as const), null, null]),
  lastAnswered: null,
};

/** A readiness report whose every number is known. */
export const READINESS: ReadinessReport = {
  rulesVersion: 1,
  assessment: nameOf(getTool(9)),
  headline: { inPlace: 1, scored: 1, total: 10 },
  areas: [data, safety],
  sections: [{ id: "t9-s1", title: "Infrastructure Elements", score: scoreSection([...times(12, 3 as const), ...times(8, 4 as const), null]) }],
  checklists: [checklist],
  elements: [
    { id: "IE1", title: "Use data", tools: [], area: data, checklist: null, contradictions: [] },
    {
      id: "IE2",
      title: "Be safe",
      tools: [],
      area: safety,
      checklist,
      contradictions: [
        { kind: "checklist-yes-rating-low", answered: 18, lowItems: [{ itemId: "t9-i2-1", prompt: "has crisis response policies", rating: 2 }] },
      ],
    },
  ],
  gaps: [
    {
      itemId: "t9-i2-1",
      tool: nameOf(getTool(9)),
      element: "IE2",
      areaId: "i2",
      band: null,
      kind: "gap",
      severity: 2,
      lead: null,
      number: null,
      prompt: "has crisis response policies",
      bullets: [],
      source: "Tool 9",
      answerText: "2 Disagree",
      dontKnow: null,
      lastAnswered: { by: personOf("Marcus Oyelaran"), at: "2026-11-14T20:00:00Z" },
    },
  ],
  sharedItems: [],
  answered: 42,
  total: 48,
  lastAnswered: null,
};
