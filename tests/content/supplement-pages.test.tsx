import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { BlankTool } from "@/components/guide/blank-tool";
import { ChapterPartView } from "@/components/guide/chapters/chapter-view";
import { MatrixOverview } from "@/components/overview/matrix-overview";
import { StatementOverview } from "@/components/overview/statement-overview";
import { SharedCheckView } from "@/components/personal/shared-check";
import { peerSupport } from "@/content/peer-support/peer-support-toolkit";
import { ACRONYMS, TOOLKITS } from "@/content/toolkits";
import { buildOverview } from "@/lib/domain/overview/build-overview";
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
});

describe("the page that sums up the supplement", () => {
  const answers = { "p2-jails": { option: "work" }, "p2-jails-risk-now": "We ask.", "p3-system-1-1": "no" } as const;
  const { matrix, statements } = buildOverview(peerSupport.overview!, { tools: peerSupport.tools, answers });

  it("shows the matrix in words, once at a glance and once as a list with what was written", () => {
    const shown = textOf(<MatrixOverview toolkitId={peerSupport.id} matrix={matrix} toolsHref="/teams/x/tools" />);
    for (const words of ["We do this", "Nothing written", "Not one of ours", "We ask.", "Provide SUD screening (row added by this workbook)"]) expect(shown).toContain(words);
  });

  it("leads from a gap to its line, to the guide and to the thirteen tools", () => {
    const markup = renderToStaticMarkup(<StatementOverview toolkitId={peerSupport.id} statements={statements[0]!} toolsHref="/teams/x/tools" />);
    for (const href of ["/teams/x/tools/peer-worksheet-3#p3-system-1-1", "/guide/peer-support/barriers", "/guide/elements/CC1", "/teams/x/tools/5"]) expect(markup).toContain(`href="${href}"`);
  });
});

it("a shared check shows every line of it, answered or not", () => {
  const [check] = peerSupport.personal;
  const by = { by: personOf("a"), at: "2026-11-14T20:00:00Z" };
  const shown = textOf(
    <PeopleProvider people={new Map([["a", { name: "Robin", role: null }]])}>
      <SharedCheckView tool={check!} by={by} answers={{ "ps1-skills-3": { option: "learning" } }} />
    </PeopleProvider>,
  );
  expect(shown).toContain("Active listeningI am learning");
  expect(toolItems(check!).filter(({ prompt }) => !shown.includes(prompt))).toEqual([]);
});
