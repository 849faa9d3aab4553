/** The request header in which proxy.ts passes the page's own path, to come back to it after signing in. */
export const PATH_HEADER = "x-workbook-path";
