import { roundEvents } from "@/app/api/streams";

/** How a round stands, while its page is open. */
export const GET = roundEvents;
