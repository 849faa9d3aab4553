import { RenderQueue, rendersAtOnce } from "@/lib/exports/processes/render-queue";
import { proportionalBytes, watchChildMemory } from "../process-memory";
import { type Engine, renderCold } from "./render-cold";

/** Nobody waits longer for a file. */
export const CROWD_MINUTES = 10;
/** Seldom enough to take little of the processor. */
const SAMPLE_EVERY_MS = 250;

export interface Crowd {
  /** Milliseconds from the moment all asked to each one's last byte; those that took too long are not there. */
  readonly times: readonly number[];
  /** In bytes; null where the system does not tell. */
  readonly peak: number | null;
}

/** Many ask for the same document at once: as in the app, so many are made at a time and the others wait in line. */
export async function renderInLine(engine: Engine, document: string, count: number): Promise<Crowd> {
  const queue = new RenderQueue(rendersAtOnce(), count);
  const memory = watchChildMemory(process.pid, proportionalBytes, SAMPLE_EVERY_MS);
  const times: number[] = [];
  const began = performance.now();
  const isTooLate = () => performance.now() - began > CROWD_MINUTES * 60_000;
  const ask = () =>
    queue.run(async () => {
      if (isTooLate()) return;
      const rendered = await renderCold(engine, document);
      if (!rendered.ok) throw new Error(`${engine.name} ${rendered.reason}`);
      if (!isTooLate()) times.push(performance.now() - began);
    });
  await Promise.all(Array.from({ length: count }, ask));
  return { times, peak: memory.stop() };
}
