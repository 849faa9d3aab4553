import { roundsEvents } from "@/app/api/streams";

/** Whether the team's rounds have changed, while their list is open. */
export const GET = roundsEvents;
