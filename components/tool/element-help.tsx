import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { getElement } from "@/content/ps-cope/guide/elements";
import { resourcesForElement } from "@/content/ps-cope/resources/by-element";
import type { ElementId } from "@/lib/tools/definition";
import { elementName } from "@/lib/tools/guide";

interface FoldProps {
  title: ReactNode;
  isOpen?: boolean;
  children: ReactNode;
}

/** Something to open when it is wanted; works without script. */
export function Fold({ title, isOpen = false, children }: FoldProps) {
  return (
    <details open={isOpen} className="fold rounded-card border border-line bg-surface">
      <summary className="rounded-card px-4 py-3 font-semibold">{title}</summary>
      <div className="px-4 pb-4 text-[0.9375rem]">{children}</div>
    </details>
  );
}

interface ElementTipsProps {
  element: ElementId;
  isOpen?: boolean;
  mark: (text: string) => ReactNode;
}

/** The toolkit's practice tips for an element, and the way to its page in the guide. */
export function ElementTips({ element: id, isOpen, mark }: ElementTipsProps) {
  const { title, tips } = getElement(id);
  return (
    <Fold
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
      <p>{mark(tips.lead)}</p>
      <ul className="bullets mt-2">
        {tips.items.map((tip) => (
          <li key={tip}>{mark(tip)}</li>
        ))}
      </ul>
      <p className="mt-3">
        <Link href={`/guide/elements/${id}`}>
          {elementName(id)} in the guide
        </Link>
      </p>
    </Fold>
  );
}

/** Resources that fit the tool's element. */
export function ElementResources({ element, isOpen }: Pick<ElementTipsProps, "element" | "isOpen">) {
  return (
    <Fold
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
        <Link href="/guide/resources">All resources</Link>
      </p>
    </Fold>
  );
}
