/** What a page sent, as JSON or as a form's fields; null for JSON that is none. Its schema says what of it is ours. */
export function readSent(body: Uint8Array, contentType: string | null): unknown {
  const text = new TextDecoder().decode(body);
  if (!contentType?.startsWith("application/json")) return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
