import coreWebVitals from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";
import { roomsRule } from "./scripts/lib/rooms-rule.mjs";

/** `Math.round(0.575 * 100)` is 57: a half is lost before it is rounded. */
const ROUND_EXACTLY = "Show numbers through lib/domain/text/rounding.ts, which rounds half up from the exact fraction.";
const NUMBER_FORMATS = {
  selector: "Property[key.name=/^(minimum|maximum)(Fraction|Significant)Digits$/], Property[key.name='style'][value.value='percent']",
  message: ROUND_EXACTLY,
};
const PROCESS_ENV = { object: "process", property: "env", message: "Read settings through lib/platform/env.ts." };
const ROUNDING = [
  { object: "Math", property: "round", message: ROUND_EXACTLY },
  ...["toFixed", "toPrecision", "toExponential"].map((property) => ({ property, message: ROUND_EXACTLY })),
];
/** Schemas of any length, or that can't be looked into: `assertStrict` (lib/platform/entry/strict-input.ts) knows the rest. */
const UNBOUNDED = [
  "string", "email", "uuid", "url", "iso", "coerce", "preprocess", "record", "map", "set", "any", "unknown", "custom", "lazy", "templateLiteral",
].map((property) => ({ object: "z", property, message: "Text from outside is built with lib/domain/text/bounded-text.ts: its length comes first." }));

const config = [
  { ignores: ["node_modules/**", ".next/**", ".next-*/**", ".data/**", "lib/platform/db/generated/**", "public/feedback/**", "next-env.d.ts", "test-results/**"] },
  ...coreWebVitals,
  ...typescript,
  {
    rules: {
      "no-console": ["error", { allow: ["warn", "error"] }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    // Imports go one way: scripts/lib/rooms.mjs says for each room what it may import.
    files: ["app/**", "components/**", "content/**", "lib/**"],
    plugins: { rooms: { rules: { allowed: roomsRule } } },
    rules: { "rooms/allowed": "error" },
  },
  {
    files: ["app/**", "components/**", "lib/**"],
    ignores: ["lib/platform/env.ts"],
    rules: { "no-restricted-properties": ["error", PROCESS_ENV, ...ROUNDING] },
  },
  {
    files: ["app/**", "components/**", "lib/**"],
    // bounded-text.ts is the one place; the next two describe what this app itself writes: downloads, and what its instances tell each other.
    ignores: ["lib/platform/env.ts", "lib/domain/text/bounded-text.ts", "lib/exports/json/**", "lib/imports/**", "lib/sync/server/instance-messages.ts"],
    rules: { "no-restricted-properties": ["error", PROCESS_ENV, ...ROUNDING, ...UNBOUNDED] },
  },
  // Lengths on a page in Word, in whole twips and pixels: nobody reads them as numbers.
  { files: ["lib/exports/docx/docx-{chart,theme}.mjs"], rules: { "no-restricted-properties": ["error", PROCESS_ENV] } },
  {
    // Every export of a server-action file can be called by anyone: only wrapped actions may be exported.
    files: ["app/**/actions.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        NUMBER_FORMATS,
        { selector: "ExportNamedDeclaration > FunctionDeclaration", message: "Export only actions made by userAction, agencyAction, teamAction, toolAction or publicAction." },
        {
          selector:
            "ExportNamedDeclaration > VariableDeclaration > VariableDeclarator:not([init.callee.name=/^(user|agency|team|tool|public)Action$/])",
          message: "Export only actions made by userAction, agencyAction, teamAction, toolAction or publicAction.",
        },
      ],
    },
  },
  {
    files: ["app/**", "components/**", "lib/**"],
    ignores: ["app/**/actions.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        NUMBER_FORMATS,
        { selector: "ExpressionStatement[directive='use server']", message: "Server actions live in a file named actions.ts, where only wrapped ones may be exported." },
      ],
    },
  },
  {
    files: ["lib/domain/**", "content/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        NUMBER_FORMATS,
        ...["NewExpression[callee.name='Date'][arguments.length=0]", "MemberExpression[object.name='Date'][property.name='now']", "MemberExpression[object.name='Math'][property.name='random']"].map(
          (selector) => ({ selector, message: "The domain is pure: the same answer for the same question, so the time is handed in." }),
        ),
      ],
    },
  },
  { files: ["scripts/**", "tests/**", "prisma/**"], rules: { "no-console": "off" } },
];

export default config;
