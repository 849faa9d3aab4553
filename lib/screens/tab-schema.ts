import { boundedText } from "@/lib/domain/text/bounded-text";

/** What a browser calls one of its tabs. */
export const tabSchema = boundedText(64).regex(/^[\w-]+$/);
