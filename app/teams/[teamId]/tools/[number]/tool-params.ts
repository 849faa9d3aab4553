import { notFound } from "next/navigation";
import { findTool } from "@/content/tools";
import type { ToolDefinition } from "@/lib/tools/definition";

export interface ToolPageProps {
  params: Promise<{ teamId: string; number: string }>;
}

/** The team and tool an address names; anything but the numbers 1 to 13 is not found. */
export async function readToolParams(
  params: ToolPageProps["params"],
): Promise<{ teamId: string; tool: ToolDefinition }> {
  const { teamId, number } = await params;
  const tool = /^[1-9]\d?$/.test(number) ? findTool(Number(number)) : null;
  return { teamId, tool: tool ?? notFound() };
}
