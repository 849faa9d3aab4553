import type { GuideSection } from "@/lib/domain/toolkit/guide";
import { createTextMarker } from "./marked-text";

/** One titled part of the introduction. */
export function IntroductionSection({ section }: { section: GuideSection }) {
  const mark = createTextMarker();
  return (
    <section aria-labelledby={section.id} className="measure">
      <h2 id={section.id}>{section.title}</h2>
      <div className="prose-block mt-3">
        {section.paragraphs.map((paragraph) => (
          <p key={paragraph}>{mark(paragraph)}</p>
        ))}
        {section.points ? (
          <ul>
            {section.points.map(({ term, text }) => (
              <li key={text}>
                {term ? <strong>{term}: </strong> : null}
                {mark(text)}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </section>
  );
}
