import type { Metadata } from "next";
import Link from "next/link";
import { GuidePage } from "@/components/guide/guide-page";
import { IntroductionSection } from "@/components/guide/introduction-section";
import { TableOfContents } from "@/components/guide/table-of-contents";
import { ADDABLE_TOOLKITS, MAIN_TOOLKIT } from "@/content/toolkits";
import { countInWords, numberInWords } from "@/lib/domain/toolkit/toolkit";

export const metadata: Metadata = {
  title: "Guide to PS-COPE",
  description: "What PS-COPE is, who the toolkit is for, how to use it, and how its parts fit together.",
};

const { introduction: introductionSections } = MAIN_TOOLKIT.guide;

const capitalized = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const PARTS = [
  { href: "/guide/principles", title: `${capitalized(numberInWords(MAIN_TOOLKIT.guide.principles.length))} principles`, text: "The ideas that guide everything else." },
  { href: "/guide/elements", title: `${capitalized(numberInWords(MAIN_TOOLKIT.elements.length))} elements`, text: "What to put in place, with practice tips for each." },
  { href: "/guide/tools", title: `The ${countInWords(MAIN_TOOLKIT)} tools`, text: "See what each tool asks before you sign up." },
  { href: "/guide/resources", title: "Resources", text: "Reports, training, and programs to learn from." },
  ...ADDABLE_TOOLKITS.map(({ id, shortTitle, offer }) => ({ href: `/guide/${id}`, title: `${shortTitle}: a guide of its own`, text: offer?.what ?? "" })),
  { href: "/guide/search", title: "Search", text: "Find words in all guides." },
  { href: "/guide/glossary", title: "Glossary", text: "Hard words and acronyms of the toolkit, in plain words." },
] as const;

export default function GuideOverviewPage() {
  return (
    <GuidePage
      part="overview"
      title="Guide to PS-COPE"
      lead="Public Safety-led Community-oriented Overdose Prevention Efforts: what they are, why they matter, and how to begin. You can read all of it without an account."
      contents={<TableOfContents entries={introductionSections} />}
    >
      <nav aria-label="Parts of the guide" className="no-print mb-12">
        <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {PARTS.map(({ href, title, text }) => (
            <li key={href} className="rounded-card border border-line bg-surface px-5 py-4">
              <Link href={href}>
                {title}
              </Link>
              <p className="mt-0.5 text-[0.9375rem] text-muted">{text}</p>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid gap-10">
        {introductionSections.map((section) => (
          <IntroductionSection key={section.id} section={section} />
        ))}
      </div>
    </GuidePage>
  );
}
