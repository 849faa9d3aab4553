import { DATA_POLICY, securityHeaders } from "./security-headers.mjs";

/** For answers that proxy.ts leaves out: the save path, the live stream and files. They are data and may do nothing in a browser. */
export const DATA_HEADERS: { key: string; value: string }[] = [
  ...Object.entries(securityHeaders({ isSecure: false })).map(([key, value]) => ({ key, value })),
  { key: "Content-Security-Policy", value: DATA_POLICY },
];
