/** Once the first pages are out. */
const WARM_UP_AFTER_MS = 5_000;

/** Next calls this once when a server starts: what runs beside the requests begins here. */
export async function register(): Promise<void> {
  // Written so that the bundler leaves it out of what runs at the edge.
  if (process.env.NEXT_RUNTIME === "nodejs" && process.env.NEXT_PHASE !== "phase-production-build") {
    const { startJobs } = await import("@/lib/jobs/job-timer");
    const { offerSaves } = await import("@/app/api/teams/[teamId]/tools/[number]/updates/direct");
    const { offerPresence } = await import("@/app/api/teams/[teamId]/tools/[number]/presence/direct");
    const { offerGate } = await import("@/lib/platform/entry/gate");
    const { warmUpExports } = await import("@/lib/exports/processes/make-export");
    const { warmUpDocuments } = await import("@/lib/sync/work/document-pool");
    startJobs();
    offerSaves();
    offerPresence();
    warmUpDocuments().catch(console.error);
    offerGate();
    if (process.env.NODE_ENV === "production") setTimeout(() => warmUpExports().catch(console.error), WARM_UP_AFTER_MS).unref();
  }
}
