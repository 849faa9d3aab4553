import type { Metadata } from "next";
import Link from "next/link";
import { GuidePage } from "@/components/guide/guide-page";
import { ResourceEntry } from "@/components/guide/resource-entry";
import { searchResources } from "@/components/guide/search-resources";
import { TableOfContents } from "@/components/guide/table-of-contents";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { allResources, resourceCategories } from "@/content/ps-cope/resources/all";
import { SEARCH_LENGTH } from "@/lib/domain/text/comparable-text";
import type { ResourceCategory } from "@/lib/domain/toolkit/guide";

interface ResourcesPageProps {
  searchParams: Promise<{ q?: string | string[] }>;
}

interface Search {
  readonly search: string;
  /** Letters beyond what is searched for. */
  readonly left: number;
}

async function readSearch(searchParams: ResourcesPageProps["searchParams"]): Promise<Search> {
  const { q } = await searchParams;
  const asked = typeof q === "string" ? q : "";
  // Cut before anything else is done with it.
  return { search: asked.slice(0, SEARCH_LENGTH).trim(), left: Math.max(0, asked.length - SEARCH_LENGTH) };
}

export async function generateMetadata({ searchParams }: ResourcesPageProps): Promise<Metadata> {
  const { search } = await readSearch(searchParams);
  return {
    title: search === "" ? "Resources" : `Resources that mention “${search}”`,
    description: "Reports, training, programs and guidance that the PS-COPE toolkit recommends, by subject.",
  };
}

export default async function ResourcesPage({ searchParams }: ResourcesPageProps) {
  const { search, left } = await readSearch(searchParams);
  const found = searchResources(resourceCategories, search);
  return (
    <GuidePage
      part="resources"
      title="Resources"
      lead="What the toolkit recommends to read, watch, and learn from. Links lead to other organizations’ sites; some may have moved since the toolkit was printed."
      contents={found.length > 1 ? <TableOfContents entries={found} /> : null}
    >
      <SearchForm search={search} />
      <p className="mt-4 mb-8 text-muted">
        {countText(found, search)}
        {left > 0
          ? ` A search takes ${SEARCH_LENGTH} characters: the last ${left === 1 ? "one was" : `${left.toLocaleString("en-US")} were`} left out.`
          : null}
      </p>
      {found.length === 0 ? <NothingFound /> : null}
      <div className="grid gap-12">
        {found.map((category) => (
          <section key={category.id} aria-labelledby={category.id} className="measure">
            <h2 id={category.id}>{category.title}</h2>
            <ul className="mt-5 grid gap-7">
              {category.resources.map((resource) => (
                <li key={resource.id} id={resource.id}>
                  <ResourceEntry resource={resource} heading="h3" />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </GuidePage>
  );
}

function SearchForm({ search }: { search: string }) {
  return (
    <form role="search" action="/guide/resources" method="get" className="no-print measure grid gap-3 sm:flex sm:items-end">
      <div className="min-w-0 flex-1">
        <TextInput
          label="Find resources that mention"
          hint="One or more words, such as harm reduction or peer support"
          type="search"
          name="q"
          defaultValue={search}
        />
      </div>
      <Button type="submit">Find</Button>
    </form>
  );
}

function NothingFound() {
  return (
    <div className="measure rounded-card border border-line bg-surface p-6">
      <p className="font-semibold">No resource mentions all of these words.</p>
      <p className="mt-1.5">
        Try fewer or other words, or <Link href="/guide/resources">see all resources</Link>.
      </p>
    </div>
  );
}

function countText(found: readonly ResourceCategory[], search: string): string {
  const count = found.reduce((sum, { resources }) => sum + resources.length, 0);
  const total = allResources.length;
  if (search === "") return `${total} entries in ${found.length} lists. The toolkit prints a few in more than one list.`;
  return `${count} of ${total} entries ${count === 1 ? "mentions" : "mention"} “${search}”.`;
}
