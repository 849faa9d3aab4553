import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "./breadcrumbs";

interface PageHeaderProps {
  title: ReactNode;
  /** Small words above the title: what the page belongs to. */
  eyebrow?: ReactNode;
  lead?: ReactNode;
  crumbs?: readonly Crumb[];
  /** Buttons and links for the whole page. */
  actions?: ReactNode;
}

/** The top of a page: where it is, its one h1, what it is for, what can be done with it. */
export function PageHeader({ title, eyebrow, lead, crumbs, actions }: PageHeaderProps) {
  return (
    <header className="mb-8">
      {crumbs ? (
        <div className="mb-4">
          <Breadcrumbs crumbs={crumbs} />
        </div>
      ) : null}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <div className="max-w-[46rem] min-w-0">
          {eyebrow ? <p className="mb-1.5 text-muted">{eyebrow}</p> : null}
          <h1>{title}</h1>
          {lead ? <div className="mt-3 text-[1.125rem] text-muted">{lead}</div> : null}
        </div>
        {actions ? <div className="no-print flex flex-wrap gap-3">{actions}</div> : null}
      </div>
    </header>
  );
}
