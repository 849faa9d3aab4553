import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { BlankTool } from "@/components/guide/blank-tool";
import { ChapterPartView } from "@/components/guide/chapters/chapter-view";
import { MatrixOverview } from "@/components/overview/matrix-overview";
import { StatementOverview } from "@/components/overview/statement-overview";
import { SharedCheckView } from "@/components/personal/shared-check";
import { peerSupport } from "@/content/peer-support/peer-support-toolkit";
import { ACRONYMS, GLOSSARY, TOOLKITS } from "@/content/toolkits";
import { buildOverview } from "@/lib/domain/overview/build-overview";
import { formatCheck } from "@/lib/personal/check-text";
import { personOf } from "@/lib/domain/people/person";
import { toolItems } from "@/lib/domain/tool/items";
import { acronymAnchor, guideSearch, listGuidePassages } from "@/lib/domain/toolkit/search-guide";
import { PeopleProvider } from "@/components/people/shown-people";
import type { ReactElement } from "react";

/** What people read, without the tags and the hidden meanings of acronyms. */
function textOf(element: ReactElement): string {
  return renderToStaticMarkup(element)
    .replace(/<span[^>]*role="tooltip"[^>]*>.*?<\/span>/g, "")
    .replace(/<[^>]+>/g, "")
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

const UNREAD = new Set(["id", "kind", "words", "drawing"]);
function textsIn(part: unknown): string[] {
  if (typeof part === "string") return [part];
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => (UNREAD.has(key) ? [] : textsIn(value)));
}

const { chapters } = peerSupport.guide;

describe("the pages of the peer guide", () => {
  it.each(chapters)("$id shows all of its texts, each part with whose words they are", ({ parts }) => {
    for (const part of parts) {
      const shown = textOf(<ChapterPartView part={part} />);
      expect(textsIn(part).filter((text) => !shown.includes(text))).toEqual([]);
      expect(shown).toContain(part.words === "source" ? "The guide’s words" : "Our words");
      if (part.note !== undefined) expect(shown).toContain(`This workbook’s note: ${part.note}`);
    }
  });

  it.each(peerSupport.tools)("$label can be read without an account, with nothing to fill in", (tool) => {
    const shown = textOf(<BlankTool tool={tool} />);
    expect(toolItems(tool).filter(({ id, prompt }) => !/-(now|want)$/.test(id) && !shown.includes(prompt)).map(({ id }) => id)).toEqual([]);
    expect(renderToStaticMarkup(<BlankTool tool={tool} />)).not.toMatch(/<(input|textarea|select|button)\b/);
  });

  it("draw the intercept model with a title, a description and the same as a list", () => {
    const part = chapters.flatMap(({ parts }) => parts).find(({ drawing }) => drawing !== undefined);
    const markup = renderToStaticMarkup(<ChapterPartView part={part!} />);
    expect(markup).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="intercepts-title intercepts-text"/);
    expect(markup).toContain('<title id="intercepts-title">');
    expect(markup.match(/<li>/g)).toHaveLength(6);
    expect(markup).toContain("Drawn by this workbook");
  });
});

describe("the search of the guides", () => {
  const search = guideSearch(TOOLKITS.flatMap(listGuidePassages));

  it("finds both guides, their tools, the resources and the glossary", () => {
    const places = search("naloxone").map(({ place }) => place.split(":")[0]);
    expect(new Set(places)).toEqual(new Set(["PS-COPE", "Peer support", "Glossary"]));
    expect(search("recovery capital").map(({ href }) => href)).toContain("/guide/peer-support/peer-practice#recovery-support");
    expect(search("OEND")[0]).toMatchObject({ href: `/guide/glossary#${acronymAnchor("OEND")}` });
  });

  it("asks for every word, shows some words around it, and finds nothing for none", () => {
    expect(search("  ")).toEqual([]);
    expect(search("naloxone zebra")).toEqual([]);
    for (const { excerpt } of search("strengths-based")) expect(excerpt.length).toBeLessThan(200);
  });

  it("the glossary has the supplement's short forms, each with an anchor of its own", () => {
    const short = ACRONYMS.map(({ acronym }) => acronym);
    expect(short).toEqual(expect.arrayContaining(["PRSS", "SIM", "OEND", "SSP", "IC&RC", "PS-COPE"]));
    expect(new Set(short.map(acronymAnchor)).size).toBe(short.length);
  });

  it.each([
    ["harm reduction", "harm-reduction"],
    ["peer recovery support specialist", "peer-recovery-support-specialist"],
    ["sequential intercept model", "sequential-intercept-model"],
    ["naloxone distribution", "naloxone-distribution"],
    ["drug court", "drug-court"],
  ])("finds what “%s” means, whichever document it is from", (term, id) => {
    expect(search(term).map(({ href }) => href)).toContain(`/guide/glossary#${id}`);
  });

  it("finds every term of the glossary by its name", () => {
    expect(GLOSSARY.filter(({ id, term }) => !search(term).some(({ href }) => href === `/guide/glossary#${id}`)).map(({ term }) => term)).toEqual([]);
  });
});

describe("the page that sums up the supplement", () => {
  const places = { toolkitId: peerSupport.id, toolsHref: "/teams/x/tools", toolKeys: null };
  const list = { teamId: "x", stopOf: () => "rated" as const, priorities: null };
  const answers = { "p2-jails": { option: "work" }, "p2-courts": { option: "not-us" }, "p2-jails-risk-now": "We ask.", "p3-system-1-1": "no" } as const;
  const { matrix, statements } = buildOverview(peerSupport.overview!, { tools: peerSupport.tools, answers });

  it("shows the matrix in words, once at a glance and once as a list with what was written", () => {
    const shown = textOf(<MatrixOverview matrix={matrix!} places={places} />);
    for (const words of ["We do this", "Nothing written", "Not one of ours", "Not said yet", "Not one of ours: Courts and Specialty Courts.", "Not said yet: Community Services; Law Enforcement Diversion Programs; Re-entry and Community Corrections.", "We ask.", "Provide SUD screening (row added by this workbook)"]) expect(shown).toContain(words);
  });

  it("leads from a gap to its line, to the guide and to the thirteen tools", () => {
    const markup = renderToStaticMarkup(<StatementOverview statements={statements[0]!} places={places} {...list} />);
    for (const href of ["/teams/x/tools/peer-worksheet-3#p3-system-1-1", "/guide/peer-support/barriers#figure-6", "/guide/elements/CC1", "/teams/x/tools/5"]) expect(markup).toContain(`href="${href}"`);
  });

  it("leads whoever works with a few tools to no others", () => {
    const own = { ...places, toolKeys: ["peer-support/influences", "ps-cope/tool-5"] as const };
    const markup = renderToStaticMarkup(<StatementOverview statements={statements[0]!} places={own} {...list} />);
    expect([...markup.matchAll(/href="\/teams\/x\/tools\/([^"#]+)/g)].map(([, slug]) => slug)).toEqual(expect.arrayContaining(["peer-worksheet-3", "5"]));
    expect(markup).not.toMatch(/tools\/(?!peer-worksheet-3|5")/);
  });

  it("leads from a setting that nobody spoke of to the question whether it is the team's", () => {
    const markup = renderToStaticMarkup(<MatrixOverview matrix={matrix!} places={places} />);
    expect(markup).toContain('href="/teams/x/tools/peer-worksheet-2#p2-reentry"');
    expect(markup).not.toContain('href="/teams/x/tools/peer-worksheet-2#p2-courts"');
  });
});

it("a shared check shows every line of it, answered or not", () => {
  const [check] = peerSupport.personal;
  const by = { by: personOf("a"), at: "2026-11-14T20:00:00Z" };
  const shown = textOf(
    <PeopleProvider people={new Map([["a", { name: "Robin", role: null }]])} historyNames="shown">
      <SharedCheckView tool={check!} by={by} answers={{ "ps1-skills-3": { option: "learning" } }} />
    </PeopleProvider>,
  );
  expect(shown).toContain("Active listeningI am learning");
  expect(toolItems(check!).filter(({ prompt }) => !shown.includes(prompt))).toEqual([]);
  // The heading printed among the lines, right above the one it belongs to.
  expect(shown).toContain("PreferredLived experience of addiction and recovery experience as peerNo answer");
});

it("a check of one's own as text has the same, with its headings", () => {
  const [check] = peerSupport.personal;
  const text = formatCheck(check!, { "ps1-skills-14": { option: "not-mine" }, "ps1-next-words": "One.\nTwo." }, { teamName: "Reentry", changedAt: "2026-11-14T20:00:00Z" });
  expect(text).toContain("Preferred\r\n\r\nLived experience of addiction and recovery experience as peer\r\n  Not mine\r\n");
  expect(text).toContain("  One.\r\n  Two.\r\n");
  expect(text.startsWith("Supervisor’s Own Check\r\nReentry\r\nSaved 2026-11-14 (UTC)\r\n")).toBe(true);
  expect(toolItems(check!).filter(({ prompt }) => !text.includes(prompt))).toEqual([]);
});
