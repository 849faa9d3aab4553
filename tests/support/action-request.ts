import { AsyncLocalStorage } from "node:async_hooks";
import { vi } from "vitest";

// Next hands cookies and headers to actions through its own request scope, which exists only inside its server. This
// stands in for that plumbing, so that an action runs here with a real session against the real database.

const scope = new AsyncLocalStorage<Headers>();

function current(): Headers {
  const headers = scope.getStore();
  if (!headers) throw new Error("call it inside asRequest()");
  return headers;
}

vi.mock("next/headers", () => ({
  headers: async () => current(),
  cookies: async () => ({
    get: (name: string) => {
      for (const part of (current().get("cookie") ?? "").split("; ")) {
        const [key, ...value] = part.split("=");
        if (key === name) return { name, value: value.join("=") };
      }
      return undefined;
    },
  }),
}));

/** Runs `work` as a request with this Cookie header; an empty one is someone signed out. */
export function asRequest<T>(cookie: string, work: () => Promise<T>, more: Record<string, string> = {}): Promise<T> {
  return scope.run(new Headers({ ...more, ...(cookie ? { cookie } : {}) }), work);
}
