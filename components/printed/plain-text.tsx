/** Ours, and marked as such: the inside of an element of the class "plain-words". */
export function PlainText({ text }: { text: string }) {
  return (
    <>
      <span className="plain-words-label">In plain words</span> {text}
    </>
  );
}
