import type { Metadata } from "next";
import Link from "next/link";
import { GuidePage } from "@/components/guide/guide-page";
import { ResourceEntry } from "@/components/guide/resource-entry";
import { SearchForm } from "@/components/guide/search-form";
import { searchResources } from "@/components/guide/search-resources";
import { readSearch, SEARCH_LENGTH } from "@/components/guide/search-words";
import { TableOfContents } from "@/components/guide/table-of-contents";
import { allResources, resourceCategories } from "@/content/ps-cope/resources/all";
import type { ResourceCategory } from "@/lib/domain/toolkit/guide";

interface ResourcesPageProps {
  searchParams: Promise<{ q?: string | string[] }>;
}

export async function generateMetadata({ searchParams }: ResourcesPageProps): Promise<Metadata> {
  const { search } = readSearch((await searchParams).q);
  return {
    title: search === "" ? "Resources" : `Resources that mention “${search}”`,
    description: "Reports, training, programs and guidance that the PS-COPE toolkit recommends, by subject.",
  };
}

export default async function ResourcesPage({ searchParams }: ResourcesPageProps) {
  const { search, left } = readSearch((await searchParams).q);
  const found = searchResources(resourceCategories, search);
  return (
    <GuidePage
      part="resources"
      title="Resources"
      lead="What the toolkit recommends to read, watch, and learn from. Links lead to other organizations’ sites; some may have moved since the toolkit was printed."
      contents={found.length > 1 ? <TableOfContents entries={found} /> : null}
    >
      <SearchForm
        action="/guide/resources"
        label="Find resources that mention"
        hint="One or more words, such as harm reduction or peer support"
        search={search}
      />
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
