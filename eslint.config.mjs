import coreWebVitals from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

/** Imports go one way; each zone names what it must not reach for. README "Structure" draws it. */
const FRAMEWORK = ["react", "react-dom", "next", "next/*", "next-auth", "next-auth/*", "server-only", "@prisma/*", "pg"];
const restrict = (files, groups, message, ignores = []) => ({
  files,
  ignores,
  rules: {
    "no-restricted-imports": ["error", { patterns: [{ group: groups, message }] }],
  },
});

/** `Math.round(0.575 * 100)` is 57: a half is lost before it is rounded. */
const ROUND_EXACTLY = "Show numbers through lib/tools/rounding.ts, which rounds half up from the exact fraction.";
const NUMBER_FORMATS = {
  selector: "Property[key.name=/^(minimum|maximum)(Fraction|Significant)Digits$/], Property[key.name='style'][value.value='percent']",
  message: ROUND_EXACTLY,
};
const PROCESS_ENV = { object: "process", property: "env", message: "Read settings through lib/env.ts." };
const ROUNDING = [
  { object: "Math", property: "round", message: ROUND_EXACTLY },
  ...["toFixed", "toPrecision", "toExponential"].map((property) => ({ property, message: ROUND_EXACTLY })),
];
/** Schemas of any length, or that can't be looked into: `assertStrict` (lib/auth/strict-input.ts) knows the rest. */
const UNBOUNDED = [
  "string", "email", "uuid", "url", "iso", "coerce", "preprocess", "record", "map", "set", "any", "unknown", "custom", "lazy", "templateLiteral",
].map((property) => ({ object: "z", property, message: "Text from outside is built with lib/tools/bounded-text.ts: its length comes first." }));

const config = [
  { ignores: ["node_modules/**", ".next/**", ".next-*/**", ".data/**", "lib/db/generated/**", "next-env.d.ts", "test-results/**"] },
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
  restrict(
    ["lib/tools/**"],
    [...FRAMEWORK, "@/app/**", "@/components/**", "@/content/**", "@/lib/**", "!@/lib/tools", "!@/lib/tools/**", "!@/lib/people", "!@/lib/people/**"],
    "lib/tools is pure: it knows nothing of ours but who people are, and no framework.",
  ),
  restrict(
    ["lib/people/**"],
    [...FRAMEWORK, "@/app/**", "@/components/**", "@/content/**", "@/lib/**"],
    "lib/people is pure: how people are named, and nothing else.",
  ),
  restrict(
    ["content/**"],
    [...FRAMEWORK, "@/app/**", "@/components/**", "@/lib/**", "!@/lib/tools", "!@/lib/tools/**"],
    "content is data: it imports only lib/tools.",
  ),
  restrict(
    ["lib/{pdf,export,print,docx,sheets,transfer}/**"],
    ["@/app/**", "@/components/**", "@/lib/db/**", "@/lib/data/**", "@/lib/auth/**"],
    "Exports print a report model they are handed; they do not read the database.",
  ),
  restrict(
    ["components/**"],
    ["@/app/**", "@/lib/db/**", "@/lib/data/**", "@/lib/live/**", "@/lib/pdf/**", "@/lib/print/**", "@/lib/docx/**", "@/lib/sheets/**", "@/lib/transfer/**", "@/lib/export/**", "@/lib/mail/**"],
    "Components are handed their data by a route.",
  ),
  restrict(
    ["lib/data/**", "lib/auth/**"],
    ["@/app/**", "@/components/**"],
    "The data layer knows no screens.",
  ),
  restrict(
    ["lib/live/**"],
    ["@/app/**", "@/components/**", "@/lib/db/client", "@/lib/db/with-agency"],
    "lib/live tells what happened; what it needs to know it reads through lib/data and lib/auth.",
  ),
  restrict(
    ["lib/**"],
    ["@/app/**"],
    "Nothing imports app.",
    ["lib/tools/**", "lib/people/**", "lib/{pdf,export,print,docx,sheets,transfer}/**", "lib/data/**", "lib/auth/**", "lib/live/**"],
  ),
  restrict(
    ["app/**"],
    ["@/lib/db/**"],
    "Only lib/data and lib/auth open the database.",
  ),
  {
    files: ["app/**", "components/**", "lib/**"],
    ignores: ["lib/env.ts"],
    rules: { "no-restricted-properties": ["error", PROCESS_ENV, ...ROUNDING] },
  },
  {
    files: ["app/**", "components/**", "lib/**"],
    // bounded-text.ts is the one place; the next two describe what this app itself writes: downloads, and what its instances tell each other.
    ignores: ["lib/env.ts", "lib/tools/bounded-text.ts", "lib/transfer/**", "lib/live/messages.ts"],
    rules: { "no-restricted-properties": ["error", PROCESS_ENV, ...ROUNDING, ...UNBOUNDED] },
  },
  // Lengths on a page in Word, in whole twips and pixels: nobody reads them as numbers.
  { files: ["lib/docx/worker/{chart,theme}.mjs"], rules: { "no-restricted-properties": ["error", PROCESS_ENV] } },
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
  { files: ["scripts/**", "tests/**", "prisma/**"], rules: { "no-console": "off" } },
];

export default config;
