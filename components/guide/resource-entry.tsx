import type { Resource } from "@/lib/domain/toolkit/guide";

interface ResourceEntryProps {
  resource: Resource;
  /** The level that follows from the headings above it. */
  heading: "h3" | "h4";
}

/** A resource as the toolkit lists it: title, organization, what it holds, where it is. */
export function ResourceEntry({ resource, heading: Heading }: ResourceEntryProps) {
  const { title, organization, description, url } = resource;
  // The toolkit lists one report twice, as a page and as a file: their links are told apart.
  const isFile = url !== undefined && new URL(url).pathname.toLowerCase().endsWith(".pdf");
  return (
    <div className="[overflow-wrap:anywhere]">
      <Heading>
        {url ? (
          <a href={url}>
            {title}
            {isFile ? <span className="sr-only"> (PDF)</span> : null}
          </a>
        ) : (
          title
        )}
      </Heading>
      {organization || url ? (
        <p className="mt-1 text-[0.9375rem] text-muted">{[organization, hostOf(url), isFile ? "PDF" : null].filter(Boolean).join(" · ")}</p>
      ) : null}
      <p className="mt-1.5">{description}</p>
      {url ? null : (
        <p className="mt-1.5 text-[0.9375rem] text-muted">
          The address in the toolkit can’t be passed on. Please search for the title with the organization’s name.
        </p>
      )}
    </div>
  );
}

/** "cdc.gov": whose site the link opens. */
function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url).host.replace(/^www\./, "");
}
