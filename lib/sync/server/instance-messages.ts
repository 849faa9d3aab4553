import "server-only";
import { z } from "zod";
import { instanceId, notifySoon } from "@/lib/platform/db/notifications";
import type { RenamedMessage } from "@/lib/platform/events/renamed";
import type { StandingMessage } from "@/lib/platform/events/standing";
import { CHANGE_KINDS } from "@/lib/sync/protocol";
import { type AboutTool, STATE_KINDS, type Stated } from "./topic";

const aboutTool = z.object({ kind: z.literal("tool"), toolRef: z.strictObject({ toolkitId: z.string(), toolId: z.string() }) }) satisfies z.ZodType<AboutTool>;
const stated = z.object({ kind: z.enum(STATE_KINDS), id: z.string() }) satisfies z.ZodType<Stated>;
const place = { agencyId: z.string(), teamId: z.string() };
const topic = { ...place, about: aboutTool };
const tab = { tab: z.string(), userId: z.string() };

/** What instances tell each other. Ids and numbers only; whoever wants to know more reads the database. */
const messageSchema = z.discriminatedUnion("kind", [
  /** Updates after number `after` up to `seq` were committed, by this person (null: by several) to these items (empty: unknown). */
  z.object({
    kind: z.literal("saved"),
    ...topic,
    after: z.int(),
    seq: z.int(),
    userId: z.string().nullable(),
    itemIds: z.array(z.string()),
  }),
  z.object({ kind: z.literal("changed"), ...topic, what: z.enum(CHANGE_KINDS) }),
  /** How a topic stands may have changed: whoever has it open reads it. */
  z.object({ kind: z.literal("state"), ...place, about: stated }),
  /** These tabs are open at the sender; `isNews` when one has just come or moved. */
  z.object({
    kind: z.literal("present"),
    ...topic,
    isNews: z.boolean(),
    tabs: z.array(z.object({ ...tab, itemId: z.string().nullable() })),
  }),
  z.object({ kind: z.literal("gone"), ...topic, ...tab }),
  /** Asks the others which tabs are open at theirs. */
  z.object({ kind: z.literal("who"), ...topic }),
  /** The person's session or standing may have ended. */
  z.object({ kind: z.literal("standing"), userId: z.string() }) satisfies z.ZodType<StandingMessage>,
  /** Somebody goes by another name. */
  z.object({ kind: z.literal("renamed"), agencyId: z.string(), userId: z.string() }) satisfies z.ZodType<RenamedMessage>,
  /** Only to hear oneself: whether notifications still arrive. */
  z.object({ kind: z.literal("ping") }),
]);

export type Message = z.infer<typeof messageSchema>;
export type SavedMessage = Extract<Message, { kind: "saved" }>;

const envelopeSchema = z.object({ from: z.string(), message: messageSchema });
type Envelope = z.infer<typeof envelopeSchema>;

/** Tells the other instances. Of two messages with the same key that go out together, the later one counts. */
export function tellOthers(key: string, message: Message): void {
  notifySoon<Envelope>(`${message.kind} ${key}`, { from: instanceId(), message });
}

/** More items than this are "unknown", so that a message stays within PostgreSQL's limit. */
const MOST_ITEMS = 60;

/** The same for saves, of which those that go out together become one message. */
export function tellOthersOfSave(key: string, message: SavedMessage): void {
  const wrap = (saved: SavedMessage): Envelope => ({
    from: instanceId(),
    message: saved.itemIds.length > MOST_ITEMS ? { ...saved, itemIds: [] } : saved,
  });
  notifySoon(`saved ${key}`, wrap(message), (earlier) => wrap(joinSaves(earlier.message as SavedMessage, message)));
}

/** Two saves as one; with others in between, whose they are and what they changed is not known. */
export function joinSaves(earlier: SavedMessage, later: SavedMessage): SavedMessage {
  const areNeighbours = later.after <= earlier.seq;
  const areKnown = areNeighbours && earlier.itemIds.length > 0 && later.itemIds.length > 0;
  return {
    ...later,
    after: Math.min(earlier.after, later.after),
    seq: Math.max(earlier.seq, later.seq),
    userId: areNeighbours && earlier.userId === later.userId ? later.userId : null,
    itemIds: areKnown ? [...new Set([...earlier.itemIds, ...later.itemIds])] : [],
  };
}

/** A notification's text; null when it is none of ours. */
export function readMessage(payload: string): Envelope | null {
  try {
    return envelopeSchema.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}
