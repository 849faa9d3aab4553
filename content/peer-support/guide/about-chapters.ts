import type { ReferenceBlock } from "@/lib/domain/tool/definition";
import type { Chapter } from "@/lib/domain/toolkit/guide";
import { CORE_ELEMENTS, CORE_ELEMENTS_LEAD, INFLUENCES } from "../figures/core-elements";
import { FIGURE_2, FIGURE_2_TITLE, type InfluenceColumn } from "../figures/figure-2-influences";
import { FIGURE_4, FIGURE_4_BARS, FIGURE_4_FOOTNOTES, FIGURE_4_LEAD, FIGURE_4_TITLE, SETTINGS } from "../figures/figure-4-settings";
import { list, numbered, ours, printed } from "./parts";

const columnBlocks = ({ title, heads }: InfluenceColumn): ReferenceBlock[] => [
  { kind: "heading", text: title },
  ...heads.map((head): ReferenceBlock =>
    head.bullets.length === 0
      ? { kind: "paragraph", text: head.title }
      : list(head.bullets.map(({ text, under }) => (under ? `${text} ${under.join("; ")}` : text)), head.title),
  ),
];

const NOT_PRINTED = "No example in the guide";

/** Why this work, what belongs to it, and where it is done. */
export const aboutChapters: readonly Chapter[] = [
  {
    id: "core-elements",
    title: "Five core elements",
    summary: "What a program to prevent overdose in justice settings is made of, and what helps it along.",
    parts: [
      ours(
        "why",
        "Why it matters",
        "Many people die of overdose each year. People who have been in jail or prison are at high risk, most of all in the first weeks after they go home. So are people who meet police, courts, or probation.",
        "Justice agencies meet these people often. They can spot the risk early, give out naloxone, and help people find care. This helps people stay alive. It also helps them stay out of trouble, which makes the whole community safer.",
        "The guide names five parts that every program should have.",
      ),
      printed("elements", "The five core elements", numbered(CORE_ELEMENTS)),
      printed("influences", "Influences and support", list(INFLUENCES, CORE_ELEMENTS_LEAD)),
      printed("figure-2", `Figure 2: ${FIGURE_2_TITLE}`, ...FIGURE_2.flatMap(columnBlocks)),
      ours(
        "reading-figure-2",
        "How to read Figure 2",
        "The guide prints these lists side by side, next to the five elements. Things in one row do not always belong together. So we show three lists, one for each column.",
      ),
    ],
  },
  {
    id: "harm-reduction",
    title: "Harm reduction in justice settings",
    summary: "What harm reduction is, and why it fits the work of justice agencies.",
    parts: [
      ours(
        "what",
        "What it is",
        "Harm reduction means keeping people alive and as safe as they can be, even if they still use drugs. It respects people and their rights. Any change for the better counts, as the person sees it.",
        "Some people do not want to stop using drugs, or cannot stop now. They should still get help with their health. They should also be kept from legal harm where that can be done.",
      ),
      ours(
        "fit",
        "Why it fits",
        "Harm reduction and justice work can seem far apart. But both care about fair treatment. People trust an agency more when they feel it treats them fairly and with respect. Courts and police call this procedural justice.",
        "An agency can show it in many ways. It can send people to care that works. It can build on their strengths. It can answer in steps, not all at once, when a person uses drugs again.",
        "It also goes well with motivational interviewing, a way of talking that helps people find their own reasons to change.",
      ),
      ours(
        "works",
        "What it does",
        "Programs like these lower the number of overdoses and deaths. More people ask for care. Fewer people get HIV or hepatitis C. Fewer needles lie around.",
        "Naloxone kits for people who use drugs, and for their friends and families, save lives. Syringe services programs give out clean supplies and take back used ones.",
      ),
    ],
  },
  {
    id: "intercepts",
    title: "The Sequential Intercept Model",
    summary: "The places where people with mental health or drug use needs meet the justice system, in order.",
    parts: [
      {
        ...ours(
          "drawing",
          "Six places to help",
          "The model shows how people come into the justice system and move through it. At each step, someone can step in and offer help. The steps are called intercepts.",
          "The guide speaks of the model but does not show it. This drawing is ours. It names the intercepts as SAMHSA does.",
        ),
        drawing: "sequential-intercepts",
      },
      ours(
        "use",
        "How to use it",
        "Find the step where your agency works. Then look at the steps before and after it. Who meets the person there? Who could hand over with care, so that nobody is lost between steps?",
        "Peers can help at every step. They know the road, and they can walk part of it with the person.",
      ),
    ],
  },
  {
    id: "settings",
    title: "Examples by setting",
    summary: "What peers do in five kinds of places, from the guide’s Figure 4.",
    parts: [
      ours(
        "figure-4-about",
        "About the figure",
        "More and more agencies run programs that peers lead. The guide gives ten examples. Half of the places in its table are empty. That does not mean that peers have nothing to do there.",
        "The figure has no row for screening, though it is one of the five core elements.",
      ),
      printed(
        "figure-4",
        `Figure 4: ${FIGURE_4_TITLE}`,
        {
          kind: "reference-table",
          caption: FIGURE_4_LEAD,
          columns: [{ label: "Core element" }, ...SETTINGS.map(({ title, footnote }) => ({ label: footnote === undefined ? title : `${title} ${footnote}` }))],
          rows: FIGURE_4.map(({ title, examples }) => [title, ...examples.map((example) => example ?? NOT_PRINTED)]),
          rowHeaders: true,
        },
      ),
      printed("figure-4-bars", "Below the whole table of Figure 4", list(FIGURE_4_BARS)),
      printed("figure-4-footnotes", "Footnotes of Figure 4", ...FIGURE_4_FOOTNOTES.map((text) => ({ kind: "paragraph", text }) as const)),
    ],
  },
];
