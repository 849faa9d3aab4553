/**
 * A short word that explains itself on hover and on focus, by style alone. Escape hides the explanation; see
 * `PrintedText`.
 */
export function Acronym({ id, text, meaning }: { id: string; text: string; meaning: string }) {
  return (
    <abbr tabIndex={0} aria-describedby={id} className="acronym">
      {text}
      <span id={id} role="tooltip" className="acronym-note">
        {meaning}
      </span>
    </abbr>
  );
}
