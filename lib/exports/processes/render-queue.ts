import os from "node:os";
import { ExportError } from "@/lib/exports/document/export-error";
import { isNamed } from "@/lib/platform/errors/is-named";
import { FairQueue, type LineFullError } from "@/lib/platform/turns/fair-queue";

/**
 * How many files are made at once: one core is left to the people who are saving (measured on two: with two at once a save
 * took twice as long).
 */
export function rendersAtOnce(): number {
  return Math.max(1, os.availableParallelism() - 1);
}

/** For whom a file is made. */
export interface Whose {
  readonly agencyId: string;
  readonly userId: string;
}

interface TurnOptions {
  readonly whose?: Whose;
  /** Waits however long the line is, for work that nobody watches. */
  readonly isPatient?: boolean;
}

/** Work that is for nobody in particular, like making the first one ready. */
const NOBODY: Whose = { agencyId: "", userId: "" };

/** Lets a few jobs run at once, each agency's in turn; a few more wait, of each agency and person so many; refuses the rest. */
export class RenderQueue {
  readonly #queue: FairQueue;

  constructor(maxRunning: number, maxWaiting: number, { ofAgency = maxWaiting, ofPerson = maxWaiting } = {}) {
    this.#queue = new FairQueue({ atOnce: maxRunning, waiting: maxWaiting, waitingOfGroup: ofAgency, waitingOfMember: ofPerson });
  }

  /** Runs the job when its turn comes. Throws an ExportError "busy" when the line is full, unless the job `isPatient`. */
  async run<T>(job: () => Promise<T>, { whose = NOBODY, isPatient = false }: TurnOptions = {}): Promise<T> {
    try {
      return await this.#queue.run({ group: whose.agencyId, member: whose.userId }, job, { isPatient });
    } catch (error) {
      throw isNamed<LineFullError>(error, "LineFullError") ? new ExportError("busy") : error;
    }
  }
}
