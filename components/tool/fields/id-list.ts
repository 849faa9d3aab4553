/** What `aria-describedby` takes: the ids that apply, or nothing. */
export function idList(...ids: readonly (string | false | undefined)[]): string | undefined {
  return ids.filter(Boolean).join(" ") || undefined;
}
