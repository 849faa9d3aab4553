import type { Metadata } from "next";
import Link from "next/link";
import { GuidePage } from "@/components/guide/guide-page";
import { createTextMarker } from "@/components/guide/marked-text";
import { TableOfContents } from "@/components/guide/table-of-contents";
import { principles } from "@/content/ps-cope/guide/principles";
import { getToolWithRole } from "@/content/toolkits";
import { toolName } from "@/lib/domain/tool/items";

export const metadata: Metadata = {
  title: "The five principles",
  description: "The five principles of PS-COPE and what each of them asks of a program, from the toolkit’s Table 1.",
};

/** Has a place for comments on each principle. */
const integration = getToolWithRole("integration");

export default function PrinciplesPage() {
  const mark = createTextMarker();
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
              {bullets.map((bullet) => (
                <li key={bullet}>{mark(bullet)}</li>
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
