import { z } from "zod";
import { boundedText } from "@/lib/domain/text/bounded-text";

/** A tool as a page names it to the server. Whether there is such a tool, and for whom, is asked with the rights. */
export const toolRefSchema = z.strictObject({ toolkitId: boundedText(100), toolId: boundedText(100) });
