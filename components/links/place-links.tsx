import type { LinkPlace } from "@/lib/links/link-places";
import { PriorityLinks } from "./priority-links";
import { SheetLinks } from "./sheet-links";

interface PlaceLinksProps {
  teamId: string;
  place: LinkPlace;
  /** Of the part of the tool it stands in. */
  name: string;
  mayEdit: boolean;
}

/** Where something in a tool came from, and where it went. */
export function PlaceLinks({ place, ...props }: PlaceLinksProps) {
  return place.kind === "priorities" ? <PriorityLinks {...props} {...place} /> : <SheetLinks {...props} {...place} />;
}
