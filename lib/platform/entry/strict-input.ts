import { z } from "zod";
import { isBound } from "@/lib/domain/text/bounded-text";
import { INPUT_TOO_LARGE, isInputTooLarge } from "./input-size";

/** `{ ok: false }` carries one message per field, by its path in the form ("email", "members.0.role"). */
export type ParsedInput<T> =
  | { readonly ok: true; readonly input: T }
  | { readonly ok: false; readonly message: string; readonly fieldErrors: Readonly<Record<string, string>> };

/**
 * Refuses, when an action or route is defined, a schema that would let a client decide how much work it makes or what
 * it may name: unknown keys at any depth (agencyId, role, a query operator), text or lists without a bound before
 * everything else that is done with them, and kinds of schema that can't be looked into.
 * @throws saying where.
 */
export function assertStrict(schema: z.core.$ZodType): void {
  const faults = [...findFaults(schema, "input")];
  if (faults.length > 0) throw new Error(faults.join("; "));
}

function* findFaults(schema: z.core.$ZodType, path: string): Generator<string> {
  if (schema instanceof z.ZodObject) {
    if (!(schema.def.catchall instanceof z.ZodNever)) yield `${path} must be a strict object`;
    for (const [key, field] of Object.entries(schema.shape)) yield* findFaults(field as z.core.$ZodType, `${path}.${key}`);
  } else if (isText(schema)) {
    if (!hasBoundFirst(schema)) yield `${path} must be bounded before anything else: build it with boundedText`;
  } else if (schema instanceof z.ZodArray) {
    if (!hasLength(schema)) yield `${path} must say how many entries it may have`;
    yield* findFaults(schema.element, `${path}[]`);
  } else if (schema instanceof z.ZodUnion) {
    for (const [index, option] of schema.options.entries()) yield* findFaults(option, `${path}|${index}`);
  } else if (schema instanceof z.ZodPipe) {
    // What comes out of a bounded text is bounded; a transform that comes first (preprocess) sees whatever was sent.
    yield* findFaults(schema.def.in, path);
  } else if (isWrapper(schema)) {
    yield* findFaults(schema.def.innerType, path);
  } else if (!isOneValue(schema)) {
    yield `${path} can't be checked for bounds: ${schema._zod.def.type}`;
  }
}

/** Formats (of an address, an id, a date) are texts too, which match before they count. */
function isText(schema: z.core.$ZodType): boolean {
  return schema._zod.def.type === "string";
}

function hasBoundFirst({ _zod: { def } }: z.core.$ZodType): boolean {
  const isMadeIntoText = "coerce" in def && def.coerce === true;
  return !isMadeIntoText && !("format" in def) && isBound(def.checks?.[0]);
}

function hasLength({ _zod: { def } }: z.core.$ZodType): boolean {
  return (def.checks ?? []).some((check) => ["max_length", "length_equals"].includes(check._zod.def.check));
}

function isWrapper(schema: z.core.$ZodType) {
  return (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodNonOptional
  );
}

/** Values of a fixed size, compared with a list or taken as they are. */
function isOneValue(schema: z.core.$ZodType): boolean {
  const isCoerced = "coerce" in schema._zod.def && schema._zod.def.coerce === true;
  return !isCoerced && ["enum", "literal", "boolean", "number", "int", "null", "undefined", "never"].includes(schema._zod.def.type);
}

/** What `schema` makes of what a client sent: values of a bounded number and size, before any of them is looked into. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): ParsedInput<T> {
  if (isInputTooLarge(input)) return { ok: false, message: INPUT_TOO_LARGE, fieldErrors: {} };
  const result = schema.safeParse(input);
  if (result.success) return { ok: true, input: result.data };
  const fieldErrors: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const field = issue.path.join(".");
    if (field && issue.code !== "unrecognized_keys") fieldErrors[field] ??= issue.message;
  }
  const message =
    Object.keys(fieldErrors).length > 0
      ? "Some answers need another look."
      : "The form sent something we did not expect. Reload the page and try again.";
  return { ok: false, message, fieldErrors };
}
