import { drawMarked } from "@/components/tool/views/marked-text";
import { markedLists } from "@/components/tool/views/marking";
import type { GuideSection } from "@/lib/domain/toolkit/guide";

/** One titled part of the introduction. */
export function IntroductionSection({ section }: { section: GuideSection }) {
  const { id, title, paragraphs, points = [] } = section;
  const [inParagraphs, inPoints] = markedLists([paragraphs, points.map(({ text }) => text)], id);
  return (
    <section aria-labelledby={id} className="measure">
      <h2 id={id}>{title}</h2>
      <div className="prose-block mt-3">
        {paragraphs.map((paragraph, index) => (
          <p key={paragraph}>{drawMarked(inParagraphs![index]!)}</p>
        ))}
        {points.length > 0 ? (
          <ul>
            {points.map(({ term, text }, index) => (
              <li key={text}>
                {term ? <strong>{term}: </strong> : null}
                {drawMarked(inPoints![index]!)}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </section>
  );
}
