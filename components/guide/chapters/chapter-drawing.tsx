import type { ReactNode } from "react";
import type { DrawingName } from "@/lib/domain/toolkit/guide";
import { InterceptModel } from "./intercept-model";

const DRAWINGS: Record<DrawingName, () => ReactNode> = { "sequential-intercepts": InterceptModel };

/** A drawing that a chapter names. */
export function ChapterDrawing({ name }: { name: DrawingName }) {
  const Drawing = DRAWINGS[name];
  return <Drawing />;
}
