import type { Chapter } from "@/lib/domain/toolkit/guide";
import { FIGURE_5, FIGURE_5_NOTE, FIGURE_5_TITLE, SUPERVISION_LEAD, SUPERVISION_MARKS } from "../figures/figure-5-supervision";
import { FIGURE_6, FIGURE_6_TITLE, RIGHTED_NOTE } from "../figures/figure-6-questions";
import { ACCESS, COMPREHENSIVENESS, EMPLOYMENT, PARTNERSHIPS, SCOPE } from "../figures/program-design";
import { INFRASTRUCTURE_COMPONENTS, READINESS_STEPS } from "../figures/setting-readiness";
import { list, numbered, ours, printed, withNote } from "./parts";
import { REFERENCES } from "./references";

/** How to plan a program, make an agency ready for it, and keep it going. */
export const programChapters: readonly Chapter[] = [
  {
    id: "design",
    title: "Design the program",
    summary: "Five things to think through before peers start.",
    parts: [
      printed("scope", "Scope and goals", { kind: "paragraph", text: SCOPE.lead }, { kind: "paragraph", text: SCOPE.text }),
      printed(
        "access",
        "Access",
        { kind: "paragraph", text: `${ACCESS.lead} ${ACCESS.text}` },
        numbered(ACCESS.strategies, ACCESS.strategiesLead),
        { kind: "paragraph", text: ACCESS.more },
      ),
      printed(
        "employment",
        "Employment status",
        { kind: "paragraph", text: `${EMPLOYMENT.lead} ${EMPLOYMENT.text}` },
        {
          kind: "reference-table",
          caption: "Benefits and challenges",
          columns: [{ label: "Peer workers as" }, { label: "Benefits" }, { label: "Challenges" }],
          rowHeaders: true,
          rows: EMPLOYMENT.forms.flatMap(({ title, benefits, challenges }) => (benefits.length > 0 ? [[title, benefits, challenges]] : [])),
        },
      ),
      printed(
        "partnerships",
        "Partnerships",
        { kind: "paragraph", text: `${PARTNERSHIPS.lead} ${PARTNERSHIPS.text}` },
        list(PARTNERSHIPS.partners, PARTNERSHIPS.partnersLead),
        { kind: "paragraph", text: PARTNERSHIPS.more },
      ),
      printed(
        "size",
        "How much, how long, and where",
        { kind: "paragraph", text: `${COMPREHENSIVENESS.lead} ${COMPREHENSIVENESS.text}` },
        list(COMPREHENSIVENESS.shapes, COMPREHENSIVENESS.shapesLead),
      ),
    ],
  },
  {
    id: "prepare",
    title: "Prepare the setting",
    summary: "Six steps that make an agency ready for peers, and the base they stand on.",
    parts: [
      ours(
        "why-prepare",
        "Why get ready",
        "Peer programs work in a different way from most programs in a justice setting. Staff may have to see things in a new light. It helps when leaders get everyone ready first.",
      ),
      printed("steps", "Six steps", numbered(READINESS_STEPS.map(({ lead, text, id }) => (id === "infrastructure" ? lead : `${lead} ${text}`)))),
      printed("infrastructure", "Five infrastructure components", list(INFRASTRUCTURE_COMPONENTS, "Key components of such an infrastructure include:")),
      ours(
        "improve",
        "Start, look, and make it better",
        "When all is ready, start. Then meet with partners often and look at how it goes, more often in the first months. Things change, and the program will have to change with them.",
      ),
    ],
  },
  {
    id: "supervision",
    title: "Supervise peer support",
    summary: "What good supervision of peer work does, and what a supervisor should know.",
    parts: [
      ours(
        "like-peer-work",
        "Supervise the way peers work",
        "Good supervision works like good peer support. It shares power, looks for strengths, and finds answers together. Many supervisors need training for this.",
      ),
      printed("marks", "Eight marks", list(SUPERVISION_MARKS, SUPERVISION_LEAD)),
      withNote(
        printed(
          "figure-5",
          `Figure 5: ${FIGURE_5_TITLE}`,
          ...FIGURE_5.flatMap(({ title, entries }) => [
            list(
              entries.map(({ text, under, heading }) => `${heading ? `${heading}: ` : ""}${text}${under ? `: ${under.join("; ")}` : ""}`),
              title,
            ),
          ]),
        ),
        FIGURE_5_NOTE,
      ),
    ],
  },
  {
    id: "barriers",
    title: "Barriers in agencies and systems",
    summary: "What stands in the way, and the key questions to ask about it.",
    parts: [
      ours(
        "what-stands-in-the-way",
        "What stands in the way",
        "Stigma keeps people from asking for help. So does fear of being punished. When drug use is punished, people hide it, and that makes overdose more likely.",
        "Leaders can change this in their own agency in four ways: support staff, change core rules, clear away barriers, and bring in peers. They can also speak up for change in the systems around them.",
      ),
      withNote(
        printed(
          "figure-6",
          `Figure 6: ${FIGURE_6_TITLE}`,
          ...FIGURE_6.flatMap(({ title, areas }) => [
            { kind: "heading", text: title } as const,
            ...areas.map((area) => list(area.questions, area.title)),
          ]),
        ),
        RIGHTED_NOTE,
      ),
    ],
  },
  {
    id: "references",
    title: "References",
    summary: "The twenty sources the guide names, with their addresses.",
    parts: [
      printed("sources", "Sources", list(REFERENCES)),
      ours("links", "About the links", "The links lead to the sites of others. Some may have moved since the guide came out. One source has no link in the guide."),
    ],
  },
];
