import type { Section, ToolDefinition } from "./definition";
import { sectionItems } from "./items";

/** A part of a long tool that is shown by itself. */
export interface ToolStep {
  /** Its first section's id; in an address it follows "?section=". */
  readonly id: string;
  readonly title: string;
  readonly sectionIds: readonly string[];
}

/** In place of a step's id: the whole tool on one page. */
export const WHOLE_TOOL = "all";

/** Fewer items than this stay on one page. */
const LONG_TOOL = 20;

/**
 * The steps of a long tool: each section with something to fill in, together with the printed ones before it. A short
 * tool, or one without titled sections, has none.
 */
export function listToolSteps(tool: ToolDefinition): readonly ToolStep[] {
  const filled = tool.sections.filter((section) => isFilled(section));
  const count = filled.reduce((sum, section) => sum + sectionItems(section).length, 0);
  if (count < LONG_TOOL || filled.filter(({ title }) => title).length < 2) return [];

  const steps: { id: string; title: string; sectionIds: string[] }[] = [];
  let before: string[] = [];
  for (const section of tool.sections) {
    const last = steps.at(-1);
    if (!isFilled(section)) before.push(section.id);
    else if (!section.title && last) {
      last.sectionIds.push(...before, section.id);
      before = [];
    } else {
      steps.push({ id: section.id, title: section.title ?? tool.title, sectionIds: [...before, section.id] });
      before = [];
    }
  }
  steps.at(-1)?.sectionIds.push(...before);
  return steps;
}

/** What is hidden until somebody asks for it makes no tool long, and stands with the step before it. */
function isFilled(section: Section): boolean {
  return !section.onDemand && sectionItems(section).length > 0;
}

/** The step that an address asks for: null for the whole tool, the first where it asks for none that there is. */
export function findToolStep(steps: readonly ToolStep[], asked: string | undefined): ToolStep | null {
  if (asked === WHOLE_TOOL) return null;
  return steps.find(({ id, sectionIds }) => id === asked || (asked !== undefined && sectionIds.includes(asked))) ?? steps[0] ?? null;
}
