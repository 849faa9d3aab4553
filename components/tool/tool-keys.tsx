/** The keys of a tool's page. A link that a letter presses names it as its `aria-keyshortcuts`. */
export const TOOL_KEYS: readonly { readonly keys: string; readonly what: string }[] = [
  { keys: "Alt+B", what: "Next blank" },
  { keys: "Alt+N", what: "Next changed" },
  { keys: "Alt+W", what: "The whole tool, or one section" },
];

/** What they do, as a list; Option is the Alt of a Mac. */
export function ToolKeyList() {
  return (
    <dl className="tool-keys">
      {TOOL_KEYS.map(({ keys, what }) => (
        <div key={keys}>
          <dt>{what}</dt>
          <dd>
            <kbd>{keys.replace("+", " ")}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  );
}
