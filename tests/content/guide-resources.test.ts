import { describe, expect, it } from "vitest";

import { coreComponentResources, infrastructureResources, inlineResources } from "@/content/ps-cope/resources/additional";
import { allResources, getResource, resourceCategories } from "@/content/ps-cope/resources/all";
import { appendixCategories } from "@/content/ps-cope/resources/appendix";
import { findPrintedResources, resourcesByElement } from "@/content/ps-cope/resources/by-element";
import { ELEMENT_IDS } from "@/content/ps-cope/framework-ids";
import type { Resource } from "@/lib/domain/toolkit/guide";

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function expectUnique(values: readonly string[]) {
  expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
}

describe("resources", () => {
  it("are 9 for infrastructure, 7 for core components and 1 named in a tool", () => {
    expect(infrastructureResources.resources).toHaveLength(9);
    expect(coreComponentResources.resources).toHaveLength(7);
    expect(inlineResources.resources).toHaveLength(1);
  });

  it("are 50 in the nine categories of Appendix A, in printed order", () => {
    expect(appendixCategories.map(({ title, resources }) => [title, resources.length])).toEqual([
      ["Overview and Background Information", 7],
      ["Data Planning, Collection, and Analysis", 3],
      ["Training and Education", 10],
      ["Addressing Stigma", 2],
      ["Operations and Protocols", 7],
      ["Peer Support", 4],
      ["Engaging Communities and Stakeholders", 3],
      ["Overdose Response and Harm Reduction", 4],
      ["Reentry and Continuity of Care", 10],
    ]);
    expect(allResources).toHaveLength(9 + 7 + 1 + 50);
  });

  it("have ids of their own, and so have the categories", () => {
    const ids = [...allResources, ...resourceCategories].map(({ id }) => id);
    expectUnique(ids);
    expect(ids.filter((id) => !kebabCase.test(id))).toEqual([]);
  });

  it.each(allResources)("$id has clean texts", ({ title, organization, description }) => {
    for (const text of [title, description, ...(organization === undefined ? [] : [organization])]) {
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/\s{2}|\n|^$/);
    }
  });

  it.each(allResources.filter(hasAddress))("$id has an address that is safe to follow", ({ url }) => {
    expect(url).toMatch(/^https?:\/\/[^\s]+$/);
    expect(URL.canParse(url)).toBe(true);
    const { username, password, search, hash } = new URL(url);
    expect(username + password + hash).toBe("");
    // A signed viewer token is base64 of a JSON object ("eyJ…") or a very long value.
    expect(search).not.toMatch(/token|instance|signature|eyJ|[\w-]{60,}/i);
  });

  it("give no address for LEAD, whose printed one carries a third party's token, and one for all others", () => {
    expect(allResources.filter((resource) => !hasAddress(resource)).map(({ id }) => id)).toEqual([
      "core-lead-community-public-safety-groups",
      "appendix-lead-community-public-safety-groups",
    ]);
  });

  it("keep the description that the toolkit prints twice", () => {
    expect(getResource("appendix-national-opioid-misuse-community-assessment-tool").description).toBe(
      getResource("appendix-overdose-data-to-action").description,
    );
  });
});

describe("resources of an element", () => {
  it.each(ELEMENT_IDS)("%s has two to five, none twice", (id) => {
    const chosen = resourcesByElement.get(id) ?? [];
    expect(chosen.length).toBeGreaterThanOrEqual(2);
    expect(chosen.length).toBeLessThanOrEqual(5);
    expectUnique(chosen.map((resource) => resource.id));
    expectUnique(chosen.map((resource) => resource.title));
    expect(chosen.filter((resource) => !allResources.includes(resource))).toEqual([]);
  });

  it.each(ELEMENT_IDS)("%s has the printed list of its group", (id) => {
    const expected = id.startsWith("IE")
      ? infrastructureResources
      : id.startsWith("CC")
        ? coreComponentResources
        : null;
    expect(findPrintedResources(id)).toBe(expected);
  });
});

function hasAddress(resource: Resource): resource is Resource & { url: string } {
  return resource.url !== undefined;
}
