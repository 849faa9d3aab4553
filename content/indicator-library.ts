import type { LibraryIndicator } from "@/lib/domain/indicators/indicator-library";
import { peerIndicators } from "./peer-support/peer-indicators";
import { psCopeIndicators } from "./ps-cope/indicators";

/** Every toolkit's indicators to start from, whichever of them a team has added: what is offered here is words only. */
export const INDICATOR_LIBRARY: readonly LibraryIndicator[] = [...psCopeIndicators, ...peerIndicators];

/** The one with this id; null when there is none. */
export function findLibraryIndicator(id: string): LibraryIndicator | null {
  return INDICATOR_LIBRARY.find((indicator) => indicator.id === id) ?? null;
}
