import type { Metadata } from "next";
import Link from "next/link";
import { GuidePage } from "@/components/guide/guide-page";
import { TableOfContents } from "@/components/guide/table-of-contents";
import { drawMarked } from "@/components/tool/views/marked-text";
import { markedLists } from "@/components/tool/views/marking";
import { getToolWithRole, MAIN_TOOLKIT } from "@/content/toolkits";
import { toolName } from "@/lib/domain/tool/items";

export const metadata: Metadata = {
  title: "The five principles",
  description: "The five principles of PS-COPE and what each of them asks of a program, from the toolkit’s Table 1.",
};

const { principles } = MAIN_TOOLKIT.guide;

/** In one part: a word is explained on the page once. */
const marked = markedLists(principles.map(({ bullets }) => bullets), "principles");

/** Has a place for comments on each principle. */
const integration = getToolWithRole("integration");

export default function PrinciplesPage() {
  return (
    <GuidePage
      part="principles"
      title="The five principles"
      lead="These principles guide everything in PS-COPE: policies, daily practice, and procedures. Here is what each one asks, in the toolkit’s words (Table 1)."
      contents={<TableOfContents entries={principles} />}
    >
      <div className="grid gap-9">
        {principles.map(({ id, title, bullets }, index) => (
          <section key={id} aria-labelledby={id} className="measure">
            <h2 id={id}>
              {index + 1}. {title}
            </h2>
            <ul className="bullets mt-3">
              {bullets.map((bullet, at) => (
                <li key={bullet}>{drawMarked(marked[index]![at]!)}</li>
              ))}
            </ul>
          </section>
        ))}
        <p className="measure">
          <Link href={`/guide/tools/${integration.slug}`}>{toolName(integration)}</Link> has room for your team’s comments on each principle.
        </p>
      </div>
    </GuidePage>
  );
}
