/** Of the second format, and of when a file was made: everything else has its place in both. */
const LEFT_OUT = new Set(["$schema", "version", "toolkit", "person", "people", "mentions", "exportedByPerson", "assigneePerson", "kept"]);

/** A JSON download of either format, as far as both tell the same: tools by number, people by name. */
export function plainFile(file: unknown): unknown {
  const { about, ...rest } = file as { about: Record<string, unknown> };
  return plain({ about: { ...about, at: null }, ...rest });
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const fields = value as Record<string, unknown>;
  if (Object.keys(fields).sort().join() === "number,tool,toolkit") return fields.number;
  const isTool = typeof fields.toolkit === "string";
  const kept = Object.entries(fields).filter(([key]) => !LEFT_OUT.has(key) && !(isTool && key === "tool"));
  return Object.fromEntries(kept.map(([key, inner]) => [key, plain(inner)]).sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)));
}
