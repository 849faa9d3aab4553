/** A JSON Schema, for anyone: it holds nothing of anybody's. */
export function schemaResponse(schema: object): Response {
  return new Response(`${JSON.stringify(schema, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/schema+json",
      "Cache-Control": "public, max-age=86400",
      "Access-Control-Allow-Origin": "*",
    },
  });
}
