import { seatEvents } from "@/app/api/streams";

/** How meeting mode stands, on a phone. */
export const GET = seatEvents;
