import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { GuidePage } from "@/components/guide/guide-page";
import { PreviousNext } from "@/components/guide/previous-next";
import { ResourceEntry } from "@/components/guide/resource-entry";
import { ToolLinks } from "@/components/guide/tool-links";
import { drawMarked } from "@/components/tool/views/marked-text";
import { markedLists } from "@/components/tool/views/marking";
import { findPrintedResources } from "@/content/ps-cope/resources/by-element";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import type { Element } from "@/lib/domain/toolkit/guide";
import { countInWords } from "@/lib/domain/toolkit/toolkit";

const { elements } = MAIN_TOOLKIT;

interface ElementPageProps {
  params: Promise<{ id: string }>;
}

/** Addresses typed by hand may be in small letters. */
async function requireElement(params: ElementPageProps["params"]): Promise<Element> {
  const id = (await params).id.toUpperCase();
  return elements.find((element) => element.id === id) ?? notFound();
}

export async function generateMetadata({ params }: ElementPageProps): Promise<Metadata> {
  const element = await requireElement(params);
  return { title: `${element.name}: ${element.title}`, description: element.summary };
}

export default async function ElementPage({ params }: ElementPageProps) {
  const element = await requireElement(params);
  const position = elements.indexOf(element);
  const printed = findPrintedResources(element.id);
  const [summary, lead, ...tips] = markedLists([[element.summary, element.tips.lead, ...element.tips.items]], "element")[0]!;
  return (
    <GuidePage
      part="elements"
      within={element.title}
      eyebrow={element.name}
      title={element.title}
      lead={drawMarked(summary!)}
    >
      <div className="grid gap-10">
        <section aria-labelledby="tips" className="measure">
          <h2 id="tips">Practice tips</h2>
          <p className="mt-3">{drawMarked(lead!)}</p>
          <ul className="bullets mt-2">
            {element.tips.items.map((tip, index) => (
              <li key={tip}>{drawMarked(tips[index]!)}</li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="tools" className="measure">
          <h2 id="tools">{element.tools.length > 1 ? "Tools" : "Tool"}</h2>
          <div className="mt-3">
            {element.tools.length > 0 ? (
              <ToolLinks tools={element.tools} />
            ) : (
              <p>
                The toolkit has no tool for this element alone. See <Link href="/guide/tools">all {countInWords(MAIN_TOOLKIT)} tools</Link>.
              </p>
            )}
          </div>
        </section>
        <section aria-labelledby="resources" className="measure">
          <h2 id="resources">Resources that fit best</h2>
          <p className="mt-2 text-muted">
            The toolkit lists resources for several elements together. We chose these for this one.
          </p>
          <ul className="mt-5 grid gap-6">
            {(MAIN_TOOLKIT.resourcesByElement.get(element.id) ?? []).map((resource) => (
              <li key={resource.id}>
                <ResourceEntry resource={resource} heading="h3" />
              </li>
            ))}
          </ul>
          <p className="mt-6">
            <Link href={printed ? `/guide/resources#${printed.id}` : "/guide/resources"}>
              {printed ? printed.title : "All resources"}
            </Link>
          </p>
        </section>
      </div>
      <PreviousNext
        label="Previous and next element"
        previous={neighbor(elements[position - 1])}
        next={neighbor(elements[position + 1])}
      />
    </GuidePage>
  );
}

function neighbor(element: Element | undefined) {
  return element ? { href: `/guide/elements/${element.id}`, title: element.title } : null;
}
