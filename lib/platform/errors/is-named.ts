/**
 * Whether this is our error of that name. By its name and not by its class: Next bundles each route apart, so that a
 * class can exist several times in one process, and what one bundle throws is no instance of another's.
 */
export function isNamed<Named extends Error>(error: unknown, name: Named["name"]): error is Named {
  return error instanceof Error && error.name === name;
}
