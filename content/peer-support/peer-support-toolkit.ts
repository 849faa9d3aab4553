import { defineToolkit } from "@/lib/domain/toolkit/toolkit";
import { aboutChapters } from "./guide/about-chapters";
import { peerAcronyms } from "./guide/peer-acronyms";
import { peerGlossary } from "./guide/peer-glossary";
import { practiceChapters } from "./guide/practice-chapters";
import { programChapters } from "./guide/program-chapters";
import { PEER_SUPPORT } from "./named";
import { peerOverview } from "./overview";
import { peerPlainWords } from "./plain-words/plain-words";
import { keyQuestions } from "./worksheets/1-key-questions";
import { coreElementsInSettings } from "./worksheets/2-core-elements";
import { influencesAndSupport } from "./worksheets/3-influences";
import { peerActivities } from "./worksheets/4-peer-activities";
import { designProgram } from "./worksheets/5-design-program";
import { prepareSetting } from "./worksheets/6-prepare-setting";
import { supervision, supervisorCheck } from "./worksheets/7-supervision";

export const peerSupport = defineToolkit({
  id: PEER_SUPPORT,
  title: "Peer-Based Overdose Prevention and Response for Justice-involved Persons Across the Sequential Intercept Model",
  shortTitle: "Peer support",
  organization: "National Council for Mental Wellbeing",
  source: "peer-based overdose prevention guide, National Council for Mental Wellbeing",
  called: "the peer support guide",
  note: "Each part says whose words it holds. Lists, figures, questions, and steps are the guide’s own words. What explains them is ours.",
  offer: {
    name: "the peer support supplement",
    what: "There are seven worksheets. They are about how peers can help stop overdose. A peer is a person who has used drugs, or who is in recovery.",
    forWhom: "It is for teams that work with people who have to do with police, courts, jail, prison, probation, or parole.",
    time: "It takes two or three meetings. You can start with any worksheet, and fill in only those you need.",
  },
  version: 1,
  language: "en-US",
  tools: [keyQuestions, coreElementsInSettings, influencesAndSupport, peerActivities, designProgram, prepareSetting, supervision],
  personal: [supervisorCheck],
  groups: [
    {
      id: "peer-support-supplement",
      title: "Peer support supplement",
      summary: "Seven worksheets on overdose prevention that peers lead. They stand beside the toolkit and do not count among its tools.",
    },
  ],
  elements: [],
  guide: { introduction: [], principles: [], chapters: [...aboutChapters, ...practiceChapters, ...programChapters] },
  overview: peerOverview,
  resources: [],
  resourcesByElement: new Map(),
  acronyms: peerAcronyms,
  acronymSource: "the peer support guide",
  glossary: peerGlossary,
  plainWords: peerPlainWords,
});
