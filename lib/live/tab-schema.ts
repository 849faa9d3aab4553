import { z } from "zod";

/** What a browser calls one of its tabs. */
export const tabSchema = z.string().regex(/^[\w-]{1,64}$/);
