export interface ContentsEntry {
  /** The anchor on this page. */
  id: string;
  title: string;
}

/** What stands on this page: folded on a narrow screen, beside the text on a wide one. */
export function TableOfContents({ entries }: { entries: readonly ContentsEntry[] }) {
  return (
    <div className="no-print">
      <details className="fold rounded-card border border-line bg-surface lg:hidden">
        <summary className="px-4 py-3">On this page</summary>
        <nav aria-label="On this page" className="px-4 pb-4">
          <Entries entries={entries} />
        </nav>
      </details>
      <nav
        aria-labelledby="contents"
        className="sticky top-6 hidden max-h-[calc(100dvh-3rem)] overflow-y-auto lg:block"
      >
        <p id="contents" className="mb-2">
          On this page
        </p>
        <Entries entries={entries} />
      </nav>
    </div>
  );
}

function Entries({ entries }: { entries: readonly ContentsEntry[] }) {
  return (
    <ul className="border-l-2 border-line text-[0.9375rem] leading-snug">
      {entries.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`} className="block py-1.5 pl-3.5 no-underline hover:underline">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
