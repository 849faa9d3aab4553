/** Answers of a file, each by its name and with what is the matter with it. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="bullets mt-2 break-words">
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}
