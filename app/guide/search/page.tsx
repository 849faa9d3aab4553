import type { Metadata } from "next";
import Link from "next/link";
import { GuidePage } from "@/components/guide/guide-page";
import { SearchForm } from "@/components/guide/search-form";
import { readSearch } from "@/components/guide/search-words";
import { TOOLKITS } from "@/content/toolkits";
import { guideSearch, listGuidePassages } from "@/lib/domain/toolkit/search-guide";

interface SearchPageProps {
  searchParams: Promise<{ q?: string | string[] }>;
}

const MOST_SHOWN = 60;

const findPassages = guideSearch(TOOLKITS.flatMap(listGuidePassages));

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  const { search } = readSearch((await searchParams).q);
  return { title: search === "" ? "Search the guides" : `Search: “${search}”`, description: "Find words in all guides, the tools, the resources, and the glossary." };
}

function countText(count: number, search: string): string {
  if (search === "") return "";
  const more = count > MOST_SHOWN ? ` The first ${MOST_SHOWN} are shown; add a word to find fewer.` : "";
  return `${count === 1 ? "1 place has" : `${count} places have`} “${search}”.${more}`;
}

export default async function GuideSearchPage({ searchParams }: SearchPageProps) {
  const { search } = readSearch((await searchParams).q);
  const found = findPassages(search);
  return (
    <GuidePage part="search" title="Search the guides" lead="Looks through all guides, tools and worksheets, the resources, and the glossary.">
      <SearchForm action="/guide/search" label="Find in the guides" hint="One or more words, such as naloxone or peer support" search={search} />
      <p className="mt-4 mb-6 text-muted">{countText(found.length, search)}</p>
      {search !== "" && found.length === 0 ? <p className="measure">Try fewer or other words.</p> : null}
      <ol className="measure grid gap-6">
        {found.slice(0, MOST_SHOWN).map(({ href, title, place, excerpt }) => (
          <li key={href}>
            <Link href={href} className="font-semibold">
              {title}
            </Link>
            <p className="text-[0.9375rem] text-muted">{place}</p>
            <p className="mt-0.5">{excerpt}</p>
          </li>
        ))}
      </ol>
    </GuidePage>
  );
}
