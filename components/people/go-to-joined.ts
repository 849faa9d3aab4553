import { loadPage } from "@/components/forms/load-page";

export interface Joined {
  readonly agencyId: string;
  readonly teamId: string | null;
}

/** A whole page load, so that everything on screen is read with the new role. */
export function goToJoined({ agencyId, teamId }: Joined): void {
  loadPage(teamId === null ? `/agencies/${agencyId}` : `/teams/${teamId}`);
}
