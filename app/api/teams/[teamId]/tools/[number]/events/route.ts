import { toolEvents } from "@/app/api/streams";

/** What happens to a tool while it is open. */
export const GET = toolEvents;
