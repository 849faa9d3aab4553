import type { Metadata } from "next";
import { GuidePage } from "@/components/guide/guide-page";
import { ACRONYMS } from "@/content/toolkits";
import { acronymAnchor } from "@/lib/domain/toolkit/search-guide";

export const metadata: Metadata = {
  title: "Glossary",
  description: "The acronyms that both guides use, and what they stand for.",
};

export default function GlossaryPage() {
  return (
    <GuidePage
      part="glossary"
      title="Glossary"
      lead="The acronyms that both guides use. In the tools and in this guide, the meaning also shows when you point at an acronym or move to it with the keyboard."
    >
      <dl className="measure divide-y divide-line rounded-card border border-line bg-surface">
        {ACRONYMS.map(({ acronym, meaning }) => (
          <div
            key={acronym}
            id={acronymAnchor(acronym)}
            className="grid gap-x-6 gap-y-0.5 px-5 py-3.5 sm:grid-cols-[8rem_1fr]"
          >
            <dt className="font-bold">{acronym}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </GuidePage>
  );
}
