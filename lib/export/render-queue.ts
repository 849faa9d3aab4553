import os from "node:os";
import { ExportError } from "./export-error";

/**
 * How many files are made at once: one core is left to the people who are saving (measured on two: with two at once a save
 * took twice as long).
 */
export function rendersAtOnce(): number {
  return Math.max(1, os.availableParallelism() - 1);
}

/** Lets a few jobs run at once, a few more wait in order, and refuses the rest. */
export class RenderQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly maxRunning: number,
    private readonly maxWaiting: number,
  ) {}

  /** Runs the job when its turn comes. Throws an ExportError "busy" when the line is full, unless the job `isPatient`. */
  async run<T>(job: () => Promise<T>, { isPatient = false }: { readonly isPatient?: boolean } = {}): Promise<T> {
    await this.takeTurn(isPatient);
    try {
      return await job();
    } finally {
      this.passTurn();
    }
  }

  private async takeTurn(isPatient: boolean): Promise<void> {
    if (this.running < this.maxRunning) {
      this.running += 1;
      return;
    }
    if (!isPatient && this.waiting.length >= this.maxWaiting) throw new ExportError("busy");
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** A turn goes straight to the next in line, so that nobody can slip in between. */
  private passTurn(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
