import { notFound } from "next/navigation";
import { findToolBySlug } from "@/content/toolkits";
import type { ToolDefinition } from "@/lib/domain/tool/definition";

export interface ToolPageProps {
  params: Promise<{ teamId: string; number: string }>;
}

/** The team and the tool an address names; "09" and "9.0" are no tools. */
export async function readToolParams(
  params: ToolPageProps["params"],
): Promise<{ teamId: string; tool: ToolDefinition }> {
  const { teamId, number } = await params;
  return { teamId, tool: findToolBySlug(number) ?? notFound() };
}

/** What `?done=` says when the tool was marked complete a moment ago. */
export const COMPLETED = "completed";
