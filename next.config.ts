import type { NextConfig } from "next";
import { ACTION_MAX_BYTES } from "./lib/platform/http/action-max-bytes.mjs";
import { DATA_HEADERS } from "./lib/platform/http/data-headers";

/** Files are people's own: opened in a browser they may do nothing either. These win over a route's own headers. */
const FILE_HEADERS = [
  ...DATA_HEADERS.slice(0, -1),
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'; sandbox" },
];

/** A browser keeps this page with its headers: a nonce would be an old one. */
const OFFLINE_HEADERS = [
  ...DATA_HEADERS.slice(0, -1),
  {
    key: "Content-Security-Policy",
    value:
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  },
];

const config: NextConfig = {
  headers: async () => [
    { source: "/api/teams/:teamId/tools/:number/(updates|presence)", headers: DATA_HEADERS },
    { source: "/api/:topic+/events", headers: DATA_HEADERS },
    { source: "/api/teams/:teamId/import", headers: DATA_HEADERS },
    { source: "/schema/:file", headers: DATA_HEADERS },
    { source: "/offline/:file", headers: OFFLINE_HEADERS },
    { source: "/api/teams/:teamId/tools/:number/items/:itemId/files/:fileId*", headers: FILE_HEADERS },
  ],
  // `npm test` checks the types of the whole project; a start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // `forbidden()` answers with status 403 and app/forbidden.tsx.
  experimental: {
    authInterrupts: true,
    serverActions: { bodySizeLimit: ACTION_MAX_BYTES },
  },
  // Two image-optimizer flaws were remotely exploitable this year, and the app has no photos.
  images: { unoptimized: true },
  // A second copy of the app (tests, a second developer) can build beside the first.
  ...(process.env.NEXT_DIST_DIR ? { distDir: process.env.NEXT_DIST_DIR } : {}),
  // What Yjs needs of these two is a few lines; with them come a Buffer for the browser, a schema checker, DOM helpers.
  turbopack: {
    resolveAlias: {
      "lib0/buffer": { browser: "./lib/sync/document/lib0-buffer.ts" },
      "lib0/logging": { browser: "./lib/sync/document/lib0-logging.ts" },
    },
  },
  // Yjs: bundled, every route would carry a copy of its own, and Yjs warns that two copies do not know each other's types.
  serverExternalPackages: ["@myriaddreamin/typst-ts-node-compiler", "@node-rs/argon2", "pg", "echarts", "workerpool", "yjs"],
};

export default config;
