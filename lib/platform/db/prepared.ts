import "server-only";
import { createHash } from "node:crypto";
import type pg from "pg";

/** The names of statements by their texts. The code has some hundred; none is put together from what people enter. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? createHash("sha256").update(text).digest("base64url").slice(0, 22);
  names.set(text, name);
  return name;
}

/**
 * Has a connection keep every statement that takes values: PostgreSQL then reads and plans it once, not with each request.
 * That was two thirds of what a page cost the database where it asks much (scripts/bench/README.md).
 */
export function keepStatements(client: pg.ClientBase): void {
  const send = client.query.bind(client) as (...query: unknown[]) => unknown;
  client.query = ((text: unknown, values?: unknown, ...more: unknown[]) =>
    typeof text === "string" && Array.isArray(values) ? send({ name: nameOf(text), text, values }, ...more) : send(text, values, ...more)) as pg.ClientBase["query"];
}
