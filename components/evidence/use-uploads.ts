"use client";

import { useEffect, useRef, useState } from "react";
import type { Fraction } from "@/lib/domain/text/rounding";
import { findEvidenceProblem } from "@/lib/evidence/evidence-file";
import { newFormKey } from "@/lib/platform/http/form-key";
import { uploadFile } from "./upload-file";

/** A file on its way, or one that could not be added. */
export interface Upload {
  readonly id: number;
  readonly file: File;
  /** Names this file's upload, however often it is tried. */
  readonly key: string;
  /** Bytes that have been sent, of how many; null while it waits for the one before it. */
  readonly progress: Fraction | null;
  /** Why it was not added. */
  readonly problem: string | null;
}

export interface Uploads {
  readonly uploads: readonly Upload[];
  readonly add: (files: readonly File[]) => void;
  /** Stops it, or takes the note about it away. */
  readonly cancel: (id: number) => void;
  readonly retry: (id: number) => void;
}

/** Sends chosen files one after the other. `onAdded` is called with the name of each that was stored. */
export function useUploads(url: string, onAdded: (name: string) => void): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const nextId = useRef(1);
  const running = useRef(new Map<number, AbortController>());
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  useEffect(() => {
    const all = running.current;
    return () => {
      for (const controller of all.values()) controller.abort();
    };
  }, []);

  const change = (id: number, changes: Partial<Upload>) =>
    setUploads((current) => current.map((upload) => (upload.id === id ? { ...upload, ...changes } : upload)));
  const drop = (id: number) => setUploads((current) => current.filter((upload) => upload.id !== id));

  function start({ id, file, key }: Upload): void {
    const controller = new AbortController();
    running.current.set(id, controller);
    queue.current = queue.current.then(async () => {
      if (controller.signal.aborted) return;
      change(id, { progress: { numerator: 0, denominator: Math.max(file.size, 1) } });
      const outcome = await uploadFile(url, file, {
        key,
        signal: controller.signal,
        onProgress: (progress) => change(id, { progress }),
      });
      running.current.delete(id);
      if (outcome === null) return;
      if (!outcome.ok) return change(id, { problem: outcome.message });
      drop(id);
      onAdded(file.name);
    });
  }

  return {
    uploads,
    add: (files) => {
      const added = files.map((file): Upload => ({
        id: nextId.current++,
        file,
        key: newFormKey(),
        progress: null,
        problem: findEvidenceProblem(file.name, file.size),
      }));
      setUploads((current) => [...current, ...added]);
      for (const upload of added) if (upload.problem === null) start(upload);
    },
    cancel: (id) => {
      running.current.get(id)?.abort();
      running.current.delete(id);
      drop(id);
    },
    retry: (id) => {
      const upload = uploads.find((each) => each.id === id);
      if (!upload) return;
      change(id, { problem: null, progress: null });
      start(upload);
    },
  };
}
