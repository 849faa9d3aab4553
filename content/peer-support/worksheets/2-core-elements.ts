import { type ChoiceItem, defineTool, type Grid, type Section } from "@/lib/domain/tool/definition";
import { FIGURE_4, FIGURE_4_LEAD, SCREENING_ROW, type Setting, type SettingElement, SETTINGS } from "../figures/figure-4-settings";
import { named } from "../named";
import { madeHere } from "./made-here";

/** The rows of the worksheet: the figure's four, and ours. */
export const SETTING_ROWS: readonly SettingElement[] = [...FIGURE_4, SCREENING_ROW];

export const WORKS_IN = "work";

export const settingChoiceId = ({ id }: Setting) => `p2-${id}`;
/** Ids of the cells of one row: see `gridCellId`. */
export const settingRowId = ({ id }: Setting, row: SettingElement) => `p2-${id}-${row.id}`;

function choiceOf(setting: Setting): ChoiceItem {
  return {
    kind: "choice",
    id: settingChoiceId(setting),
    prompt: setting.title,
    source: "Figure 4, column heads",
    options: [
      { id: WORKS_IN, label: "We work in or with this setting" },
      { id: "not-us", label: "Not one of ours" },
    ],
  };
}

function gridOf(setting: Setting, at: number): Grid {
  return {
    kind: "grid",
    id: `p2-${setting.id}-grid`,
    caption: `${setting.title}: what we do now, and what we want to do`,
    source: `Figure 4, ${setting.title}`,
    rowHeader: "Core element",
    bulletsHeader: "Examples in the guide",
    columns: [
      { id: "now", label: "What we do now", kind: "text" },
      { id: "want", label: "What we want to do", kind: "text" },
    ],
    rows: SETTING_ROWS.map((row) => ({
      id: settingRowId(setting, row),
      text: row.isOurs ? `${row.title} (row added by this workbook)` : row.title,
      bullets: [row.examples[at] ?? "No example in the guide"],
    })),
  };
}

const settingSection = (setting: Setting, at: number): Section => ({
  id: `p2-${setting.id}-section`,
  title: setting.title,
  when: {
    item: settingChoiceId(setting),
    options: [WORKS_IN],
    otherwise: "This part opens when you say above that you work in or with this setting.",
  },
  nodes: [gridOf(setting, at)],
});

export const coreElementsInSettings = defineTool({
  ...named({ number: 2, toolId: "core-elements", title: "Core Elements in Our Settings" }),
  version: 1,
  kind: "worksheet",
  chapter: "settings",
  purpose: [{ kind: "paragraph", text: "See what peers already do in each setting you work in, and what you want them to do." }],
  completion: "People who know each setting should fill in its part: staff, peers, and partners.",
  directions: madeHere(
    "Figure 4 of the guide",
    "The settings, the core elements, and the examples are the guide’s own words. We ask the rest. The figure has no row for screening, the guide’s fourth core element, so we added one and marked it.",
    "First say which settings are yours. Then fill in the part for each one.",
  ),
  sections: [
    {
      id: "p2-settings",
      title: "Which settings are ours",
      nodes: [{ kind: "paragraph", text: FIGURE_4_LEAD }, ...SETTINGS.map(choiceOf)],
    },
    ...SETTINGS.map(settingSection),
  ],
});
