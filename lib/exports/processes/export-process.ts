import "./take-small-share";
import workerpool from "workerpool";
import { type ExportErrorCode, findExportError } from "@/lib/exports/document/export-error";
import { exportFileName } from "@/lib/exports/document/export-file-name";
import type { ExportOptions } from "@/lib/exports/document/export-options";
import { fileTypeOf } from "@/lib/exports/document/file-types";
import type { RenderedExport } from "@/lib/exports/worker/rendered-export";
import { loadAskedDocument } from "@/lib/milestones/load-kept-export";
import type { TeamContext } from "@/lib/platform/auth/context";
import { warmUp } from "./export-warm-up";
import { renderExport } from "./render-export";

// A process beside the app's, started by make-export.ts: loads what is exported and has its file made, so that whoever
// saves meanwhile does not wait for it.

/** A file, ready to be handed out under its name. */
export interface MadeExport extends RenderedExport {
  readonly fileName: string;
}

export type ExportReply =
  | { readonly made: MadeExport }
  /** An ExportError's; its cause, in words, is for the log. */
  | { readonly code: ExportErrorCode; readonly cause: string };

async function make(context: TeamContext, options: ExportOptions): Promise<ExportReply> {
  try {
    const document = await loadAskedDocument(context, options);
    const { extension } = fileTypeOf(options.format);
    return { made: { ...(await renderExport(document)), fileName: exportFileName(document, extension) } };
  } catch (error) {
    const problem = findExportError(error);
    if (!problem) throw error;
    return { code: problem.code, cause: String(problem.cause ?? problem.message) };
  }
}

workerpool.worker({ make, warmUp });
