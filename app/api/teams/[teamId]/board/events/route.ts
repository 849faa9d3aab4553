import { boardEvents } from "@/app/api/streams";

/** Whether the team's plan would say something else, while it is open. */
export const GET = boardEvents;
