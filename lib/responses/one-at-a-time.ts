import { FairQueue } from "@/lib/platform/turns/fair-queue";

interface Line {
  readonly queue: FairQueue;
  /** Those in it, under way or waiting. */
  length: number;
}

/** A page sends one save at a time, and fifty people may have the tool open: nobody who works in it comes near. */
const WAITING = { waiting: 2_000, waitingOfMember: 200 };

/** The lines in which anybody is. */
const lines = new Map<string, Line>();

/**
 * Runs `work` when no other work of this key is under way, whatever became of that. Of those who wait, each person has
 * their turn: whoever saves very much at once does not keep a teammate waiting for all of it. One person's come in order.
 * @throws LineFullError when too many wait already.
 */
export async function oneAtATime<T>(key: string, work: () => Promise<T>, person = ""): Promise<T> {
  const line = lines.get(key) ?? { queue: new FairQueue({ atOnce: 1, ...WAITING }), length: 0 };
  lines.set(key, line);
  line.length += 1;
  try {
    return await line.queue.run({ group: person, member: person }, work);
  } finally {
    line.length -= 1;
    if (line.length === 0) lines.delete(key);
  }
}
