import { rosterOffer } from "@/content/ps-cope/offers";
import { defineTool, type Item, type Node, type Section } from "@/lib/domain/tool/definition";
import { ACCESS, COMPREHENSIVENESS, EMPLOYMENT, PARTNERSHIPS, SCOPE } from "../figures/program-design";
import { named } from "../named";
import { ASKED_HEAD, madeHere, PRINTED_HEAD } from "./made-here";

interface Consideration {
  readonly id: string;
  readonly title: string;
  readonly printed: readonly Node[];
  readonly asked: readonly Item[];
}

const SOURCE = "Designing Programs";
const text = (id: string, prompt: string, more: { offers?: Item["offers"] } = {}): Item => ({
  kind: "text", id: `p5-${id}`, length: "long", prompt, source: SOURCE, ...(more.offers ? { offers: more.offers } : {}),
});

/** What every consideration ends with. */
function planned(id: string, title: string): Item[] {
  return [
    { kind: "date", id: `p5-${id}-by`, prompt: `${title}: target date`, source: SOURCE },
    { kind: "text", id: `p5-${id}-who`, length: "short", prompt: `${title}: who sees to it`, source: SOURCE, offers: [rosterOffer] },
  ];
}

const paragraphs = (...texts: readonly string[]): Node[] => texts.map((one) => ({ kind: "paragraph", text: one }));

// The guide's own lists stand whole above what we ask, so these name their lines in short, in our words.
const ASKED_STRATEGIES = [
  "rides to the program",
  "peers at the agency while it is open",
  "peers at places close to where people live",
  "peers who go where people are",
  "help from peers by phone, text, or web",
] as const;
const ASKED_SHAPES = [
  "Fewer people, a lot of help, for a long time",
  "More people, a lot of help, for a short time",
  "More people, less help for each, for a longer time",
] as const;

const PARTNERS_OFFER = {
  title: "Partners your team marked Yes or In Progress in Tool 5",
  statements: Array.from({ length: 20 }, (_, index) => `t5-${index + 1}`),
} as const;

const CONSIDERATIONS: readonly Consideration[] = [
  {
    id: "scope",
    title: "Scope and goals",
    printed: paragraphs(SCOPE.lead, SCOPE.text),
    asked: [
      text("scope-site", "What is the scope, and which site or group comes first?"),
      text("scope-goals", "What are the goals and objectives? Who will the program serve, and how?"),
      text("scope-success", "How will we tell that it works?"),
      text("scope-pilot", "What are the key activities, and how long will the pilot last?"),
      text("scope-menu", "What is on the menu: help one on one, in groups, and to find other help?"),
    ],
  },
  {
    id: "access",
    title: "Access",
    printed: [...paragraphs(ACCESS.lead, ACCESS.text), { kind: "list", ordered: true, lead: ACCESS.strategiesLead, items: ACCESS.strategies }, ...paragraphs(ACCESS.more)],
    asked: [
      ...ASKED_STRATEGIES.map((prompt, index): Item => ({ kind: "status", id: `p5-access-${index + 1}`, prompt: `Strategy ${index + 1}: ${prompt}`, source: SOURCE })),
      text("access-how", "Where and when will people find a peer?"),
    ],
  },
  {
    id: "employment",
    title: "Employment status",
    printed: [
      ...paragraphs(EMPLOYMENT.lead, EMPLOYMENT.text),
      {
        kind: "reference-table",
        caption: "Benefits and challenges, as the guide names them",
        columns: [{ label: "Peer workers as" }, { label: "Benefits" }, { label: "Challenges" }],
        rowHeaders: true,
        rows: EMPLOYMENT.forms.flatMap(({ title, benefits, challenges }) => (benefits.length > 0 ? [[title, benefits, challenges]] : [])),
      },
    ],
    asked: [
      {
        kind: "choice",
        id: "p5-employment-form",
        prompt: "Who will employ our peer workers?",
        source: SOURCE,
        options: [...EMPLOYMENT.forms.map(({ id, title }) => ({ id, label: title })), { id: "other", label: "Other" }],
        otherOptionId: "other",
      },
      text("employment-why", "Why, and how will we meet the challenges?"),
    ],
  },
  {
    id: "partners",
    title: "Partnerships",
    printed: [...paragraphs(PARTNERSHIPS.lead, PARTNERSHIPS.text), { kind: "list", lead: PARTNERSHIPS.partnersLead, items: PARTNERSHIPS.partners }, ...paragraphs(PARTNERSHIPS.more)],
    asked: [
      text("partners-names", "Which organizations could we work with?", { offers: [PARTNERS_OFFER] }),
      text("partners-first", "What small first step could we take with each one?"),
    ],
  },
  {
    id: "size",
    title: "How much, how long, and where",
    printed: [...paragraphs(COMPREHENSIVENESS.lead, COMPREHENSIVENESS.text), { kind: "list", lead: COMPREHENSIVENESS.shapesLead, items: COMPREHENSIVENESS.shapes }],
    asked: [
      {
        kind: "choice",
        id: "p5-size-shape",
        prompt: "Which shape fits us?",
        source: SOURCE,
        options: ASKED_SHAPES.map((label, index) => ({ id: `shape-${index + 1}`, label })),
      },
      text("size-numbers", "How many peer workers, and how many people will each one support?"),
    ],
  },
];

const sectionOf = ({ id, title, printed, asked }: Consideration): Section => ({
  id: `p5-${id}`,
  title,
  nodes: [PRINTED_HEAD, ...printed, ASKED_HEAD, ...asked, ...planned(id, title)],
});

export const designProgram = defineTool({
  ...named({ number: 5, toolId: "design-program", title: "Design the Program" }),
  version: 1,
  kind: "worksheet",
  chapter: "design",
  purpose: [{ kind: "paragraph", text: "Make the main choices for a program that peers lead: for whom, where, with whom, and how much." }],
  completion: "A small group can plan this: a leader who can decide, peers, and a partner.",
  directions: madeHere(
    "“Designing Programs” in the guide",
    "Each part first shows what the guide says, in its own words. The titles and what we ask below it are ours.",
  ),
  sections: CONSIDERATIONS.map(sectionOf),
});
