import type { ReactNode } from "react";
import { InAppLink } from "@/components/printed/in-app-link";
import { PrintedPart } from "@/components/tool/controls/printed-part";
import type { ToolView } from "@/components/tool/controls/tool-view";
import { Icon } from "@/components/ui/icon";
import { getElement } from "@/content/ps-cope/guide/elements";
import { resourcesForElement } from "@/content/ps-cope/resources/by-element";
import type { ElementId } from "@/lib/domain/tool/definition";
import { elementName } from "@/lib/domain/toolkit/guide";

interface FoldProps {
  title: ReactNode;
  isOpen?: boolean;
  children: ReactNode;
}

const FOLD = "fold rounded-card border border-line bg-surface";

/** Something to open when it is wanted; works without script. */
export function Fold({ title, isOpen = false, children }: FoldProps) {
  return (
    <details open={isOpen} className={FOLD}>
      <Folded title={title}>{children}</Folded>
    </details>
  );
}

/** The same around text alone. */
function PrintedFold({ view, title, isOpen = false, children }: FoldProps & { view: PrintedView }) {
  return (
    <PrintedPart view={view} as="details" open={isOpen} className={FOLD}>
      <Folded title={title}>{children}</Folded>
    </PrintedPart>
  );
}

function Folded({ title, children }: Omit<FoldProps, "isOpen">) {
  return (
    <>
      <summary className="rounded-card px-4 py-3 font-semibold">{title}</summary>
      <div className="px-4 pb-4 text-[0.9375rem]">{children}</div>
    </>
  );
}

type PrintedView = Pick<ToolView, "print" | "isPrinted">;

interface ElementTipsProps {
  element: ElementId;
  isOpen?: boolean;
  view: PrintedView & Pick<ToolView, "mark">;
}

/** The toolkit's practice tips for an element, and the way to its page in the guide. */
export function ElementTips({ element: id, isOpen, view }: ElementTipsProps) {
  const { title, tips } = getElement(id);
  return (
    <PrintedFold
      view={view}
      {...(isOpen === undefined ? {} : { isOpen })}
      title={
        <>
          <Icon name="bulb" className="size-5 text-link" />
          <span>
            Tips<span className="sr-only"> for {title}</span>
          </span>
        </>
      }
    >
      <p>{view.mark(tips.lead)}</p>
      <ul className="bullets mt-2">
        {tips.items.map((tip) => (
          <li key={tip}>{view.mark(tip)}</li>
        ))}
      </ul>
      <p className="mt-3">
        <InAppLink href={`/guide/elements/${id}`}>{elementName(id)} in the guide</InAppLink>
      </p>
    </PrintedFold>
  );
}

/** Resources that fit the tool's element. */
export function ElementResources({ element, isOpen, view }: Omit<ElementTipsProps, "view"> & { view: PrintedView }) {
  return (
    <PrintedFold
      view={view}
      {...(isOpen === undefined ? {} : { isOpen })}
      title={
        <>
          <Icon name="book" className="size-5 text-link" />
          Resources
        </>
      }
    >
      <ul className="grid gap-3">
        {resourcesForElement(element).map(({ id, title, organization, url }) => (
          <li key={id} className="leading-snug">
            {url ? <a href={url}>{title}</a> : title}
            {organization ? <span className="mt-0.5 block text-[0.875rem] text-muted">{organization}</span> : null}
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <InAppLink href="/guide/resources">All resources</InAppLink>
      </p>
      <p className="mt-1">
        <InAppLink href="/guide/glossary">Glossary: hard words explained</InAppLink>
      </p>
    </PrintedFold>
  );
}
