/** A gap's own page. */
export function gapHref(teamId: string, itemId: string): string {
  return `/teams/${teamId}/readiness/gaps/${itemId}`;
}
