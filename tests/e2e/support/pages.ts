import { TOOL_NUMBERS } from "@/lib/tools/definition";

type Parameters = Readonly<Record<string, string | number>>;

/** Who has to be signed in to see the page as it is meant. */
export type Viewer = "nobody" | "lead" | "admin";

export interface PageEntry {
  readonly as: Viewer;
  /** One per address worth looking at, beside the ids of the test's own team, agency and invitation. */
  readonly each?: readonly Parameters[];
  /** Shows answers, so that it looks different once the tools are filled in. */
  readonly hasAnswers?: true;
}

const EACH_TOOL = TOOL_NUMBERS.map((number) => ({ number }));

/** Every page of the app. A page that is not listed here fails a test: say who it is for and it is looked at too. */
export const PAGES: Readonly<Record<string, PageEntry>> = {
  "/": { as: "nobody" },
  "/guide": { as: "nobody" },
  "/guide/elements": { as: "nobody" },
  "/guide/elements/[id]": { as: "nobody", each: [{ id: "IE1" }, { id: "CC4" }, { id: "IS6" }] },
  "/guide/glossary": { as: "nobody" },
  "/guide/principles": { as: "nobody" },
  "/guide/resources": { as: "nobody" },
  "/guide/tools": { as: "nobody" },
  "/guide/tools/[number]": { as: "nobody", each: EACH_TOOL },
  "/sign-in": { as: "nobody" },
  "/sign-up": { as: "nobody" },
  "/sign-up/confirm": { as: "nobody" },
  "/forgot-password": { as: "nobody" },
  "/reset-password": { as: "nobody" },
  "/invitation/[token]": { as: "nobody" },
  "/outbox": { as: "nobody" },
  "/account": { as: "lead" },
  "/agencies": { as: "lead" },
  "/agencies/new": { as: "lead" },
  "/agencies/[agencyId]": { as: "admin" },
  "/teams/[teamId]": { as: "lead", hasAnswers: true },
  "/teams/[teamId]/people": { as: "lead" },
  "/teams/[teamId]/readiness": { as: "lead", hasAnswers: true },
  "/teams/[teamId]/tools/[number]": { as: "lead", each: EACH_TOOL, hasAnswers: true },
};
