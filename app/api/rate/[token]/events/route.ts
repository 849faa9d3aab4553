import { rateLinkEvents } from "@/app/api/streams";

/** How a round stands, while somebody without an account rates in it. */
export const GET = rateLinkEvents;
