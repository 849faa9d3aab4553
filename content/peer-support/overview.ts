import type { OverviewColumns, OverviewLead, OverviewPlan } from "@/lib/domain/toolkit/overview-plan";
import { gridCellId } from "@/lib/domain/tool/items";
import { FIGURE_2 } from "./figures/figure-2-influences";
import { SETTINGS } from "./figures/figure-4-settings";
import { INFRASTRUCTURE_COMPONENTS, READINESS_STEPS } from "./figures/setting-readiness";
import { SUPERVISION_MARKS } from "./figures/figure-5-supervision";
import { peerTool } from "./named";
import { SETTING_ROWS, settingChoiceId, settingRowId, WORKS_IN } from "./worksheets/2-core-elements";
import { stepItemId } from "./worksheets/6-prepare-setting";

// Which elements of the first toolkit each part touches is our mapping; neither document says it.

const COLUMN_LEADS: Readonly<Record<string, OverviewLead>> = {
  program: { chapter: "core-elements", part: "figure-2", elements: ["CC3", "CC4"] },
  culture: { chapter: "barriers", part: "what-stands-in-the-way", elements: ["IE3", "IE4"] },
  system: { chapter: "barriers", part: "figure-6", elements: ["CC1", "CC4"] },
};

const ROW_LEADS: Readonly<Record<string, OverviewLead>> = {
  risk: { chapter: "core-elements", part: "why", elements: ["CC3", "IE2"] },
  oend: { chapter: "harm-reduction", part: "works", elements: ["CC5", "IE4"] },
  connect: { chapter: "harm-reduction", part: "what", elements: ["CC4", "CC1"] },
  link: { chapter: "peer-practice", part: "recovery-support", elements: ["CC4", "CC1"] },
  screen: { chapter: "core-elements", part: "elements", elements: ["CC3", "CC4"] },
};

const STEP_ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  vision: ["IS4"],
  role: ["IE4", "IS4"],
  values: ["IE3", "IS4"],
  infrastructure: ["IE4", "IE1"],
  policies: ["IE3"],
  training: ["IE4"],
};

const NO_LEAD: OverviewLead = { chapter: "core-elements", part: "elements", elements: [] };

const influences: OverviewColumns = {
  tool: peerTool("influences"),
  title: "Influences and support",
  columns: FIGURE_2.map((column) => ({
    ...(COLUMN_LEADS[column.id] ?? NO_LEAD),
    title: column.title,
    items: column.heads.flatMap((head, at) =>
      Array.from({ length: Math.max(head.bullets.length, 1) }, (_, index) => `p3-${column.id}-${at + 1}-${index + 1}`),
    ),
  })),
};

const steps: OverviewColumns = {
  tool: peerTool("prepare-setting"),
  title: "Steps that prepare the setting",
  columns: [
    ...READINESS_STEPS.map(({ id, lead }) => ({ chapter: "prepare", part: "steps", elements: STEP_ELEMENTS[id] ?? [], title: lead, items: [stepItemId(id)] })),
    {
      chapter: "prepare",
      part: "infrastructure",
      elements: ["IE4", "IE1"],
      title: "Infrastructure components",
      items: INFRASTRUCTURE_COMPONENTS.map((_, index) => `p6-component-${index + 1}`),
    },
  ],
};

const marks: OverviewColumns = {
  tool: peerTool("supervision"),
  title: "Supervision",
  columns: [
    { chapter: "supervision", part: "marks", elements: ["IE4"], title: "Strengths-based supervision", items: SUPERVISION_MARKS.map((_, index) => `p7-${index + 1}`) },
  ],
};

export const peerOverview: OverviewPlan = {
  title: "Peer support at a glance",
  lead: "What your team has in place for peer support, and what is still open. It is made from your answers in the peer worksheets. It does not count in the ten areas or in any score.",
  statements: [influences, steps, marks],
  matrix: {
    tool: peerTool("core-elements"),
    title: "Core elements in your settings",
    rows: SETTING_ROWS.map((row) => ({ ...(ROW_LEADS[row.id] ?? NO_LEAD), title: row.title, isOurs: row.isOurs ?? false })),
    columns: SETTINGS.map((setting) => ({
      title: setting.title,
      choice: settingChoiceId(setting),
      options: [WORKS_IN],
      cells: SETTING_ROWS.map((row) => {
        const id = settingRowId(setting, row);
        return { now: gridCellId(id, "now"), want: gridCellId(id, "want") };
      }),
    })),
  },
};
