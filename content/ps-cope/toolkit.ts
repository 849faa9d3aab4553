import { defineToolkit } from "@/lib/domain/toolkit/toolkit";
import { feedbackQuestions } from "./feedback-questions";
import { toolGroups } from "./groups";
import { acronyms } from "./guide/acronyms";
import { elements } from "./guide/elements";
import { glossary } from "./guide/glossary";
import { introductionSections, toolkitAttribution } from "./guide/introduction";
import { principles } from "./guide/principles";
import { PS_COPE } from "./named";
import { meetingItems, planFlow } from "./plan-flow";
import { plainWords } from "./plain-words/plain-words";
import { resourceCategories } from "./resources/all";
import { resourcesByElement } from "./resources/by-element";
import { roster } from "./roster";
import { tools } from "./tools";

export const psCope = defineToolkit({
  id: PS_COPE,
  title: toolkitAttribution.title,
  shortTitle: "PS-COPE",
  organization: toolkitAttribution.organization,
  source: "PS-COPE toolkit, National Council for Mental Wellbeing",
  called: "the PS-COPE toolkit",
  note: toolkitAttribution.note,
  version: 1,
  language: "en-US",
  tools,
  groups: toolGroups,
  elements,
  personal: [],
  planFlow,
  meetingItems,
  feedbackQuestions,
  roster,
  guide: { introduction: introductionSections, principles, chapters: [] },
  resources: resourceCategories,
  resourcesByElement,
  acronyms,
  acronymSource: "the toolkit’s own list of commonly used acronyms",
  subject: "PS-COPE",
  glossary,
  plainWords,
});
