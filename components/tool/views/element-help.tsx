import { InAppLink } from "@/components/printed/in-app-link";
import type { ToolView } from "@/components/tool/controls/tool-view";
import { Icon } from "@/components/ui/icon";
import type { Element } from "@/lib/domain/toolkit/guide";
import { tipsPart } from "@/lib/domain/toolkit/mark-texts";
import type { Toolkit } from "@/lib/domain/toolkit/toolkit";
import { PrintedFold, type PrintedView } from "./printed-fold";

interface ElementTipsProps {
  element: Element;
  view: PrintedView & Pick<ToolView, "markIn">;
}

/** The toolkit's practice tips for an element, and the way to its page in the guide. */
export function ElementTips({ element: { id, name, title, tips }, view }: ElementTipsProps) {
  const mark = view.markIn(tipsPart(id));
  return (
    <PrintedFold
      view={view}
      title={
        <>
          <Icon name="bulb" className="size-4 text-muted" />
          <span>
            Tips<span className="sr-only"> for {title}</span>
          </span>
        </>
      }
    >
      <p>{mark(tips, "lead")}</p>
      <ul className="bullets mt-2">
        {tips.items.map((tip, index) => (
          <li key={tip}>{mark(tips, `items.${index}`)}</li>
        ))}
      </ul>
      <p className="mt-3">
        <InAppLink href={`/guide/elements/${id}`}>{name} in the guide</InAppLink>
      </p>
    </PrintedFold>
  );
}

interface ElementResourcesProps {
  element: Element;
  toolkit: Toolkit;
  view: PrintedView;
}

/** Resources that fit the tool's element. */
export function ElementResources({ element, toolkit, view }: ElementResourcesProps) {
  return (
    <PrintedFold
      view={view}
      title={
        <>
          <Icon name="book" className="size-4 text-muted" />
          Resources
        </>
      }
    >
      <ul className="grid gap-3">
        {toolkit.resourcesByElement.get(element.id)?.map(({ id, title, organization, url }) => (
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
