import { meetingEvents } from "@/app/api/streams";

/** How meeting mode stands, on the team's own screens. */
export const GET = meetingEvents;
