import { z } from "zod";

/** `{ ok: false }` carries one message per field, by its path in the form ("email", "members.0.role"). */
export type ParsedInput<T> =
  | { readonly ok: true; readonly input: T }
  | { readonly ok: false; readonly message: string; readonly fieldErrors: Readonly<Record<string, string>> };

/**
 * Refuses, when an action is defined, a schema that would let unknown keys through at any depth:
 * a key the form never had (agencyId, role, a query operator) must be an error, not ignored.
 * @throws when an object in the schema isn't strict.
 */
export function assertStrict(schema: z.core.$ZodType, path = "input"): void {
  if (schema instanceof z.ZodObject) {
    if (!(schema.def.catchall instanceof z.ZodNever)) throw new Error(`${path} must be a strict object`);
    for (const [key, field] of Object.entries(schema.shape)) assertStrict(field as z.core.$ZodType, `${path}.${key}`);
  } else if (schema instanceof z.ZodArray) {
    assertStrict(schema.element, `${path}[]`);
  } else if (schema instanceof z.ZodUnion) {
    schema.options.forEach((option, index) => assertStrict(option, `${path}|${index}`));
  } else if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    assertStrict(schema.def.innerType, path);
  } else if (schema instanceof z.ZodPipe) {
    assertStrict(schema.def.in, path);
  }
}

export function parseInput<T>(schema: z.ZodType<T>, input: unknown): ParsedInput<T> {
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
