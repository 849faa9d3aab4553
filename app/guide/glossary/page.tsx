import type { Metadata } from "next";
import { GuidePage } from "@/components/guide/guide-page";
import { acronyms } from "@/content/ps-cope/guide/acronyms";

export const metadata: Metadata = {
  title: "Glossary",
  description: "The twelve acronyms the PS-COPE toolkit uses, and what they stand for.",
};

export default function GlossaryPage() {
  return (
    <GuidePage
      part="glossary"
      title="Glossary"
      lead="The twelve acronyms the toolkit uses most. In the tools and in this guide, the meaning also shows when you point at an acronym or move to it with the keyboard."
    >
      <dl className="measure divide-y divide-line rounded-card border border-line bg-surface">
        {acronyms.map(({ acronym, meaning }) => (
          <div
            key={acronym}
            id={acronym.toLowerCase()}
            className="grid gap-x-6 gap-y-0.5 px-5 py-3.5 sm:grid-cols-[8rem_1fr]"
          >
            <dt>{acronym}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </GuidePage>
  );
}
