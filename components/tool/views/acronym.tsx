interface ExplainedProps {
  id: string;
  text: string;
  meaning: string;
}

/**
 * A short word that explains itself on hover and on focus, by style alone. Escape hides the explanation; see
 * `PrintedText`.
 */
export function Acronym({ id, text, meaning }: ExplainedProps) {
  return (
    <abbr tabIndex={0} aria-describedby={id} className="acronym">
      {text}
      <Meaning id={id} meaning={meaning} />
    </abbr>
  );
}

/** The same for a term that is no acronym. */
export function Term({ id, text, meaning }: ExplainedProps) {
  return (
    <dfn tabIndex={0} aria-describedby={id} className="acronym">
      {text}
      <Meaning id={id} meaning={meaning} />
    </dfn>
  );
}

function Meaning({ id, meaning }: Pick<ExplainedProps, "id" | "meaning">) {
  return (
    <span id={id} role="tooltip" className="acronym-note">
      {meaning}
    </span>
  );
}
