/** Reads the address of a route under `/api/teams/[teamId]/tools/[number]` that ends in `last`; null for any other, or with a query. */
export function toolAddress(last: string): (url: string) => { readonly teamId: string; readonly number: string } | null {
  const address = new RegExp(`^/api/teams/([^/?]+)/tools/([^/?]+)/${last}$`);
  return (url) => {
    const [, teamId, number] = address.exec(url) ?? [];
    return teamId && number ? { teamId, number } : null;
  };
}
