import Link from "next/link";

export interface Crumb {
  label: string;
  /** Left out for the page people are on. */
  href?: string;
}

/** Where this page stands, from the top down. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="no-print text-[0.9375rem]">
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={crumb.label} className="inline [overflow-wrap:anywhere]">
            {index > 0 ? (
              <span aria-hidden="true" className="mx-2 text-muted">
                ›
              </span>
            ) : null}
            {crumb.href ? (
              <Link href={crumb.href}>{crumb.label}</Link>
            ) : (
              <span aria-current="page" className="text-muted">
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
