import Link from "next/link";
import type { ReactNode } from "react";
import type { Crumb } from "@/components/ui/breadcrumbs";
import { classNames } from "@/components/ui/class-names";
import { PageHeader } from "@/components/ui/page-header";
import { MAIN_TOOLKIT, TOOLKITS } from "@/content/toolkits";
import type { Toolkit } from "@/lib/domain/toolkit/toolkit";

const PARTS = [
  { id: "overview", href: "/guide", label: "Overview" },
  { id: "principles", href: "/guide/principles", label: "Principles" },
  { id: "elements", href: "/guide/elements", label: "Elements" },
  { id: "tools", href: "/guide/tools", label: "Tools" },
  { id: "resources", href: "/guide/resources", label: "Resources" },
  ...TOOLKITS.filter(({ guide }) => guide.chapters.length > 0).map(({ id, shortTitle }) => ({ id, href: `/guide/${id}`, label: shortTitle })),
  { id: "glossary", href: "/guide/glossary", label: "Glossary" },
  { id: "search", href: "/guide/search", label: "Search" },
] as const;

interface GuidePageProps {
  /** "overview", "principles" …, or the id of a toolkit with chapters of its own. */
  part: string;
  /** Whose guide it is, where it is not the main toolkit’s. */
  toolkit?: Toolkit;
  /** Set on a page below the part's first one: its own name, for the breadcrumb. */
  within?: string;
  title: ReactNode;
  eyebrow?: ReactNode;
  lead?: ReactNode;
  /** The table of contents, beside the text where there is room. */
  contents?: ReactNode;
  children: ReactNode;
}

/** Every page of the guide: where it stands in it, its title, its text, and whose words these are. */
export function GuidePage({ part, toolkit = MAIN_TOOLKIT, within, title, eyebrow, lead, contents, children }: GuidePageProps) {
  const crumbs = crumbsTo(part, within);
  return (
    <>
      <GuideNavigation part={part} isExact={within === undefined} />
      <div className="container-page pt-8 pb-16">
        <PageHeader title={title} eyebrow={eyebrow} lead={lead} {...(crumbs.length > 0 && { crumbs })} />
        {contents ? (
          <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[15rem_minmax(0,1fr)]">
            {contents}
            <div className="min-w-0">{children}</div>
          </div>
        ) : (
          children
        )}
        <p className="measure mt-14 border-t border-line pt-5 text-[0.9375rem] text-muted">
          {toolkit.note} {toolkit.title}, {toolkit.organization}.
        </p>
      </div>
    </>
  );
}

function crumbsTo(part: string, within: string | undefined): Crumb[] {
  if (part === "overview") return [];
  const guide = { label: "Guide", href: "/guide" };
  const { label, href } = PARTS.find(({ id }) => id === part)!;
  return within === undefined ? [guide, { label }] : [guide, { label, href }, { label: within }];
}

function GuideNavigation({ part, isExact }: { part: string; isExact: boolean }) {
  return (
    <nav aria-label="Guide" className="no-print border-b border-line bg-surface">
      <ul className="container-page flex flex-wrap gap-x-6 text-[0.9375rem]">
        {PARTS.map(({ id, href, label }) => {
          const isCurrent = id === part;
          return (
            <li key={id}>
              <Link
                href={href}
                aria-current={isCurrent ? (isExact ? "page" : "true") : undefined}
                className={classNames(
                  "inline-block border-b-4 py-2.5 no-underline hover:underline",
                  isCurrent ? "border-primary text-ink" : "border-transparent forced-colors:border-[Canvas]",
                )}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
