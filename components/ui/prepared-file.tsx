import { useState } from "react";

export type FileState =
  | { readonly step: "idle" }
  | { readonly step: "working"; readonly fileKind: string }
  | {
      readonly step: "done";
      readonly fileKind: string;
      /** Characters that the file could not show. */
      readonly notShown: number;
      /** A PDF that its engine would not call PDF/UA-1. */
      readonly lacksPdfUa: boolean;
    }
  | { readonly step: "failed"; readonly message: string };

const OFFLINE = "We could not reach the server. Check your connection and try again.";

/** Fetches a file that takes a moment to make and hands it to the browser, one at a time. */
export function usePreparedFile() {
  const [state, setState] = useState<FileState>({ step: "idle" });
  /** `fileKind`, like "PDF", is named in what is said meanwhile. */
  async function prepare(href: string, fileKind: string) {
    if (state.step === "working") return;
    setState({ step: "working", fileKind });
    try {
      const { fetchFile } = await import("./fetch-file");
      setState(await fetchFile(href, fileKind));
    } catch {
      setState({ step: "failed", message: OFFLINE });
    }
  }
  return { state, prepare };
}

/** Says how far the file is. Stays on the page when there is nothing to say, so that changes are read out. */
export function FileStatus({ id, state }: { id?: string; state: FileState }) {
  return (
    <p id={id} role="status" className={state.step === "failed" ? "mt-2 font-bold text-error" : "mt-2 text-muted empty:mt-0"}>
      {describe(state)}
    </p>
  );
}

function describe(state: FileState): string {
  switch (state.step) {
    case "idle":
      return "";
    case "working":
      return `Making the ${state.fileKind}. This takes a few seconds.`;
    case "failed":
      return state.message;
    case "done":
      return describeDone(state);
  }
}

function describeDone({ fileKind, notShown, lacksPdfUa }: Extract<FileState, { step: "done" }>): string {
  const [count, is] = notShown === 1 ? ["1 character", "is"] : [`${notShown} characters`, "are"];
  return [
    `The ${fileKind} is in your downloads.`,
    ...(notShown === 0 ? [] : [`${count} could not be shown and ${is} marked � in the file.`]),
    ...(lacksPdfUa ? ["It has headings and tables for screen readers, but could not be marked as PDF/UA-1. Check it before you publish it."] : []),
  ].join(" ");
}
