import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { GuidePage } from "@/components/guide/guide-page";
import { findToolkit } from "@/content/toolkits";
import { toolName } from "@/lib/domain/tool/items";
import type { Toolkit } from "@/lib/domain/toolkit/toolkit";

interface ToolkitGuideProps {
  params: Promise<{ toolkit: string }>;
}

async function readToolkit(params: ToolkitGuideProps["params"]): Promise<Toolkit> {
  const toolkit = findToolkit((await params).toolkit);
  return toolkit && toolkit.guide.chapters.length > 0 ? toolkit : notFound();
}

export async function generateMetadata({ params }: ToolkitGuideProps): Promise<Metadata> {
  const { shortTitle, offer } = await readToolkit(params);
  return { title: `Guide: ${shortTitle}`, description: offer?.what ?? "" };
}

export default async function ToolkitGuidePage({ params }: ToolkitGuideProps) {
  const toolkit = await readToolkit(params);
  const { id, title, shortTitle, offer, guide, tools } = toolkit;
  return (
    <GuidePage part={id} toolkit={toolkit} title={shortTitle} eyebrow={title} lead={offer?.what}>
      <div className="grid gap-10">
        {offer ? (
          <div className="prose-block measure">
            <p>{offer.forWhom}</p>
            <p>{offer.time}</p>
          </div>
        ) : null}
        <section aria-labelledby="chapters">
          <h2 id="chapters">Read</h2>
          <ol className="mt-4 grid gap-3 sm:grid-cols-2">
            {guide.chapters.map((chapter) => (
              <li key={chapter.id} className="rounded-card border border-line bg-surface px-5 py-4">
                <Link href={`/guide/${id}/${chapter.id}`} className="font-semibold">
                  {chapter.title}
                </Link>
                <p className="mt-0.5 text-[0.9375rem] text-muted">{chapter.summary}</p>
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="worksheets">
          <h2 id="worksheets">Fill in</h2>
          <p className="measure mt-2 text-muted">A team lead adds these worksheets at the team’s home. Here you can read what each one asks.</p>
          <ul className="mt-4 grid gap-2">
            {tools.map((tool) => (
              <li key={tool.slug}>
                <Link href={`/guide/tools/${tool.slug}`}>{toolName(tool)}</Link>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </GuidePage>
  );
}
