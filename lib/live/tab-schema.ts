import { boundedText } from "@/lib/tools/bounded-text";

/** What a browser calls one of its tabs. */
export const tabSchema = boundedText(64).regex(/^[\w-]+$/);
