import { z } from "zod";
import { boundedText, idText, instantText } from "@/lib/domain/text/bounded-text";
import type { ChangeKind } from "@/lib/sync/protocol";

/** How each kind of event is stored: ids and numbers, never words that somebody wrote. */
const itemId = boundedText(100);
const event = <const Kind extends string, Detail extends z.ZodRawShape>(kind: Kind, detail: Detail) =>
  z.object({ kind: z.literal(kind), ...detail });
const ofAssignment = { assignmentId: idText() };

/** What can happen to a team's copy of a tool. Stored rows are read with it too: a field added later needs a default. */
export const responseEventSchema = z.discriminatedUnion("kind", [
  event("completed", {}),
  event("reopened", {}),
  /** `isCompletion`: by the same press of a button that completed it. */
  event("locked", { isCompletion: z.boolean() }),
  event("unlocked", {}),
  /** Its document was built anew from its answers. */
  event("rebuilt", {}),
  /** Answers of a file were brought in; how many is not known of those from before events. */
  event("imported", { answers: z.int().nonnegative().nullable() }),
  /** An answer, or a removed row, was brought back. `madeIn` names the change it made (see `RevisionKey`), if it made one. */
  event("restored", { itemId, rowId: boundedText(100).nullable(), madeIn: instantText().nullable() }),
  event("reviewed", {}),
  event("review-withdrawn", {}),
  /** `targetId` is a section's or an item's id; empty for the whole tool. */
  event("assigned", { ...ofAssignment, targetId: boundedText(100), assigneeId: idText() }),
  event("unassigned", ofAssignment),
  event("assignment-accepted", ofAssignment),
  event("assignment-handed-back", ofAssignment),
  event("thread-begun", { threadId: idText(), itemId }),
  event("thread-resolved", { threadId: idText() }),
  event("thread-reopened", { threadId: idText() }),
  event("replied", { threadId: idText(), commentId: idText() }),
  event("comment-edited", { commentId: idText() }),
  event("comment-deleted", { commentId: idText() }),
  event("file-added", { itemId, fileId: idText() }),
  event("file-removed", { itemId, fileId: idText() }),
  /** What this tool holds was linked to where it came from; the link, or what it says, changed. */
  event("link-made", { linkId: idText() }),
  event("link-removed", { linkId: idText() }),
  event("link-restored", { linkId: idText() }),
  event("link-decided", { linkId: idText() }),
]);

export type ResponseEvent = z.infer<typeof responseEventSchema>;
export type EventKind = ResponseEvent["kind"];
export type EventOf<Kind extends EventKind> = Extract<ResponseEvent, { kind: Kind }>;

/** What open screens look at again. Null: the answers themselves, which come to them as saves. */
export const SHOWN_AS = {
  completed: "status",
  reopened: "status",
  locked: "status",
  unlocked: "status",
  rebuilt: null,
  imported: null,
  restored: null,
  reviewed: "status",
  "review-withdrawn": "status",
  assigned: "notes",
  unassigned: "notes",
  "assignment-accepted": "notes",
  "assignment-handed-back": "notes",
  "thread-begun": "notes",
  "thread-resolved": "notes",
  "thread-reopened": "notes",
  replied: "notes",
  "comment-edited": "notes",
  "comment-deleted": "notes",
  "file-added": "notes",
  "file-removed": "notes",
  "link-made": "notes",
  "link-removed": "notes",
  "link-restored": "notes",
  "link-decided": "notes",
} as const satisfies Record<EventKind, ChangeKind | null>;

/** What the timeline of a tool tells beside changes of its answers. */
export const STATUS_KINDS = ["completed", "reopened", "locked", "unlocked", "rebuilt"] as const satisfies readonly EventKind[];
type StatusEvent = EventOf<(typeof STATUS_KINDS)[number]>;

/** The same as screens and downloads say it. */
export const STATUS_WORDS = ["completed", "completed-and-locked", "reopened", "locked", "unlocked", "rebuilt"] as const;
export type StatusWord = (typeof STATUS_WORDS)[number];

export function statusWordOf(happened: StatusEvent): StatusWord {
  return happened.kind === "locked" && happened.isCompletion ? "completed-and-locked" : happened.kind;
}

interface StoredEvent {
  readonly kind: string;
  readonly detail: unknown;
}

/** A stored event. @throws when it is none that this version knows, or not of one of these kinds. */
export function readEvent<Kind extends EventKind>({ kind, detail }: StoredEvent, kinds: readonly Kind[]): EventOf<Kind> {
  const found: ResponseEvent = responseEventSchema.parse({ ...(detail as object), kind });
  if (!(kinds as readonly EventKind[]).includes(found.kind)) throw new RangeError(`an event of another kind: ${kind}`);
  return found as EventOf<Kind>;
}
