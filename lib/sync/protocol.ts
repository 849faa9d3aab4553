/** What the page of a tool and the server say to each other. Both read it here, so that neither can mean something else. */

/** What changed in a tool, beside its answers: "notes" are comments, files and assignments; "status" is complete, locked or read. */
export const CHANGE_KINDS = ["notes", "status"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
