import { z } from "zod";
import { TOOLS } from "@/content/toolkits";
import { boundedText, idText } from "@/lib/domain/text/bounded-text";
import type { ToolDefinition } from "@/lib/domain/tool/definition";

/** In the order in which they are offered. */
export const EXPORT_FORMATS = ["pdf", "docx", "xlsx", "csv", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * toolkit: every tool the person may open, with the readiness and gap report. tools: those chosen. readiness: the
 * readiness and gap report alone. brief: one page of it for a wall or a council. plan: the tools for planning and evaluation. compare: what
 * changed since a milestone. forms: blank forms of the tools chosen (all when none is).
 */
export const EXPORT_CONTENTS = ["toolkit", "tools", "readiness", "brief", "plan", "compare", "forms"] as const;
export type ExportContent = (typeof EXPORT_CONTENTS)[number];

/** Formats that a blank form makes sense in: it is for writing on. */
export const FORM_FORMATS: readonly ExportFormat[] = ["pdf", "docx"];

/** Whether a tool holds the team's plan: planning or evaluation. */
export function isOfPlan({ role }: Pick<ToolDefinition, "role">): boolean {
  return role === "plan" || role === "evaluation";
}

/** What one export contains and how. */
export interface ExportOptions {
  readonly format: ExportFormat;
  readonly content: ExportContent;
  /** Slugs, for "tools" and "forms", as the tools are printed; empty for the other contents. */
  readonly tools: readonly string[];
  readonly hasComments: boolean;
  /** Every change of every answer, with who and when. */
  readonly hasHistory: boolean;
  /** The list of supporting files. */
  readonly hasEvidence: boolean;
  /** "roles" prints people's roles instead of their names, for sharing outside the agency. */
  readonly names: "names" | "roles";
  /** Larger letters in PDF and Word. */
  readonly isLargePrint: boolean;
  /** IANA name of the zone that times are given in. */
  readonly timeZone: string;
  /** Id of the milestone that it is of, and that "compare" begins with; null for the team's work of now. */
  readonly milestone: string | null;
  /** Id of the milestone that "compare" ends with; null for now. */
  readonly until: string | null;
}

export const DEFAULT_EXPORT: ExportOptions = {
  format: "pdf",
  content: "toolkit",
  tools: [],
  hasComments: false,
  hasHistory: false,
  hasEvidence: true,
  names: "names",
  isLargePrint: false,
  timeZone: "UTC",
  milestone: null,
  until: null,
};

const flag = z.enum(["0", "1"]).transform((value) => value === "1");

/** "07" and "7.0" are no tools. */
const toolSlug = z.enum(TOOLS.map(({ slug }) => slug), { error: "“tool” takes a tool’s part of its address, such as 9." });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const parametersSchema = z.strictObject({
  format: z.enum(EXPORT_FORMATS).default(DEFAULT_EXPORT.format),
  content: z.enum(EXPORT_CONTENTS).default(DEFAULT_EXPORT.content),
  tool: z.array(toolSlug).max(50).default([]),
  comments: flag.default(DEFAULT_EXPORT.hasComments),
  history: flag.default(DEFAULT_EXPORT.hasHistory),
  evidence: flag.default(DEFAULT_EXPORT.hasEvidence),
  names: z.enum(["names", "roles"]).default(DEFAULT_EXPORT.names),
  largePrint: flag.default(DEFAULT_EXPORT.isLargePrint),
  /** A browser whose zone this server does not know gets UTC, and the export says so. */
  milestone: idText("“milestone” takes a milestone’s id.").nullable().default(null),
  until: idText("“until” takes a milestone’s id.").nullable().default(null),
  timeZone: boundedText(64).default("UTC").transform((name) => (isTimeZone(name) ? name : "UTC")),
});

/** Two choices that do not go together: what to change. */
export interface ExportConflict {
  readonly parameter: "tool" | "format" | "content";
  readonly message: string;
}

/** A form can send these; each choice by itself is fine. */
function findConflict({ content, tools, format, milestone }: ExportOptions): ExportConflict | null {
  if (content === "compare" && milestone === null) return { parameter: "content", message: "Choose a milestone to compare with." };
  if (content === "compare" && format === "json") return { parameter: "format", message: "A comparison comes as PDF, Word, Excel or CSV." };
  if (content === "tools" && tools.length === 0) return { parameter: "tool", message: "Choose at least one tool." };
  if (content === "forms" && !FORM_FORMATS.includes(format)) {
    return { parameter: "format", message: "Blank forms come as PDF or Word." };
  }
  if (content === "brief" && format !== "pdf") return { parameter: "format", message: "The one-page brief comes as PDF." };
  return null;
}

/** Each name is looked up among all of them, so their number must not be the asker's choice. */
const MOST_PARAMETERS = 100;

export type ParsedExportOptions =
  | { readonly ok: true; readonly options: ExportOptions }
  | {
      readonly ok: false;
      /** What to change, in words, naming the parameter. */
      readonly message: string;
      /** Set when the choices were understood, but two of them do not go together. */
      readonly conflict?: ExportConflict & { readonly options: ExportOptions };
    };

/**
 * Reads the options from an address or a form sent by GET: `format`, `content`, `tool` (repeated), `comments`,
 * `history`, `evidence`, `names`, `largePrint` (0 or 1), `timeZone`. Of a checkbox's repeated values the last counts,
 * so that a form can send "0" for an empty one. Anything else is refused.
 */
export function parseExportOptions(parameters: URLSearchParams): ParsedExportOptions {
  if (parameters.size > MOST_PARAMETERS) return { ok: false, message: "This address asks for too much at once." };
  const valueOf = (name: string) => (name === "tool" ? parameters.getAll(name) : parameters.getAll(name).at(-1));
  const values = Object.fromEntries([...parameters.keys()].map((name) => [name, valueOf(name)]));
  const parsed = parametersSchema.safeParse(values);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path[0];
    return { ok: false, message: where === undefined ? (issue?.message ?? "") : `${String(where)}: ${issue?.message}` };
  }
  const { tool, comments, history, evidence, largePrint, ...rest } = parsed.data;
  const takesTools = rest.content === "tools" || rest.content === "forms";
  const isKept = rest.milestone !== null && rest.content !== "forms";
  const options: ExportOptions = {
    ...rest,
    tools: takesTools ? TOOLS.map(({ slug }) => slug).filter((slug) => tool.includes(slug)) : [],
    // Conversations and the history go on in the workbook, and are no part of a milestone.
    hasComments: comments && !isKept,
    hasHistory: history && !isKept,
    hasEvidence: evidence,
    milestone: rest.content === "forms" ? null : rest.milestone,
    until: rest.content === "compare" ? rest.until : null,
    isLargePrint: largePrint,
  };
  const conflict = findConflict(options);
  if (!conflict) return { ok: true, options };
  return { ok: false, message: `${conflict.parameter}: ${conflict.message}`, conflict: { ...conflict, options } };
}

/** The options as an address carries them, without those that are as usual. */
export function toExportParameters(options: Partial<ExportOptions>): URLSearchParams {
  const parameters = new URLSearchParams();
  const put = (name: string, value: string, usual: string) => {
    if (value !== usual) parameters.append(name, value);
  };
  const given = { ...DEFAULT_EXPORT, ...options };
  put("format", given.format, DEFAULT_EXPORT.format);
  put("content", given.content, DEFAULT_EXPORT.content);
  for (const slug of given.tools) parameters.append("tool", slug);
  put("comments", given.hasComments ? "1" : "0", "0");
  put("history", given.hasHistory ? "1" : "0", "0");
  put("evidence", given.hasEvidence ? "1" : "0", "1");
  put("names", given.names, DEFAULT_EXPORT.names);
  put("largePrint", given.isLargePrint ? "1" : "0", "0");
  put("timeZone", given.timeZone, DEFAULT_EXPORT.timeZone);
  put("milestone", given.milestone ?? "", "");
  put("until", given.until ?? "", "");
  return parameters;
}

/** Where a team's export is downloaded from. */
export function exportHref(teamId: string, options: Partial<ExportOptions>): string {
  return `/api${exportPageHref(teamId, options)}`;
}

/** The page where people choose what to download, with these choices made. */
export function exportPageHref(teamId: string, options: Partial<ExportOptions>): string {
  const parameters = toExportParameters(options).toString();
  return `/teams/${teamId}/export${parameters ? `?${parameters}` : ""}`;
}
