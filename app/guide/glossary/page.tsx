import type { Metadata } from "next";
import Link from "next/link";
import { GuidePage } from "@/components/guide/guide-page";
import { SearchForm } from "@/components/guide/search-form";
import { type GlossaryEntry, searchGlossary } from "@/components/guide/search-glossary";
import { readSearch, SEARCH_LENGTH } from "@/components/guide/search-words";
import { ACRONYMS as acronyms, GLOSSARY as glossary, TOOLKITS } from "@/content/toolkits";

interface GlossaryPageProps {
  searchParams: Promise<{ q?: string | string[] }>;
}

const SOURCES = TOOLKITS.map(({ called }) => called).join(" and ");

const ACRONYM_NOTE = `From ${TOOLKITS.filter((toolkit) => toolkit.acronyms.length > 0).map(({ acronymSource }) => acronymSource).join(", and from ")}.`;

export async function generateMetadata({ searchParams }: GlossaryPageProps): Promise<Metadata> {
  const { search } = readSearch((await searchParams).q);
  return {
    title: search === "" ? "Glossary" : `Glossary: “${search}”`,
    description: `Words and acronyms of ${SOURCES}, in plain words.`,
  };
}

export default async function GlossaryPage({ searchParams }: GlossaryPageProps) {
  const { search, left } = readSearch((await searchParams).q);
  const found = searchGlossary(acronyms, glossary, search);
  const count = found.acronyms.length + found.terms.length;
  return (
    <GuidePage
      part="glossary"
      title="Glossary"
      lead={`Words of ${SOURCES} that may be new to you. In the tools and in the guides, some also show their meaning when you point at them or move to them with the keyboard.`}
    >
      <SearchForm action="/guide/glossary" label="Find a word" hint="Such as recovery, trauma or SUD" search={search} />
      <p className="mt-4 mb-8 text-muted">
        {search === ""
          ? `${count} words and acronyms.`
          : `${count} of ${acronyms.length + glossary.length} entries ${count === 1 ? "has" : "have"} “${search}” in them.`}
        {left > 0 ? ` A search takes ${SEARCH_LENGTH} characters; the rest was left out.` : null}
      </p>
      {count === 0 ? <NothingFound /> : null}
      <div className="grid gap-12">
        <Entries
          id="terms"
          title="Terms"
          note={`The words are those of ${SOURCES}. The meanings are this workbook’s, in plain words.`}
          entries={found.terms}
        />
        <Entries
          id="acronyms"
          title="Acronyms"
          note={ACRONYM_NOTE}
          entries={found.acronyms}
        />
      </div>
    </GuidePage>
  );
}

interface EntriesProps {
  id: string;
  title: string;
  /** Whose words these are. */
  note: string;
  entries: readonly GlossaryEntry[];
}

function Entries({ id, title, note, entries }: EntriesProps) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="measure mt-1 text-muted">{note}</p>
      <dl className="mt-4 lg:columns-2 lg:gap-x-10">
        {entries.map((entry) => (
          <div key={entry.id} id={entry.id} className="grid break-inside-avoid gap-x-6 gap-y-0.5 border-t border-line py-3 sm:grid-cols-[11rem_1fr]">
            <dt className="font-semibold break-words">{entry.name}</dt>
            <dd className="min-w-0">{entry.meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function NothingFound() {
  return (
    <div className="measure rounded-card border border-line bg-surface p-6">
      <p className="font-semibold">The glossary does not have all of these words.</p>
      <p className="mt-1.5">
        Try fewer or other words, or <Link href="/guide/glossary">see the whole glossary</Link>.
      </p>
    </div>
  );
}
