import { runWorker, type WorkerLimits, type WorkerResult } from "./run-worker";

interface EngineOptions {
  /** The script, from the app's folder. */
  readonly script: string;
  readonly limits: WorkerLimits;
}

/** Makes one file of one input, in a process of its own; rejects with an ExportError like `runWorker`. */
export type Engine<Input, Report> = (input: Input, limits?: WorkerLimits) => Promise<WorkerResult<Report>>;

/** What makes files of one format: a script, and how much it may take unless somebody says less. */
export function createEngine<Input, Report extends object>({ script, limits: usual }: EngineOptions): Engine<Input, Report> {
  return (input, limits = usual) => runWorker<Report>({ script, input, limits });
}
