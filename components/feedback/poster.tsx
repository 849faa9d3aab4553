import { Fragment } from "react";
import { QrCode } from "@/components/qr-code/drawn-qr-code";
import { PROMISE, PROMISE_MORE } from "@/lib/domain/feedback/form";
import { formatDay } from "@/lib/domain/text/due-words";
import type { FeedbackAddress } from "@/lib/feedback/feedback-address";

interface PosterProps {
  title: string;
  intro: string;
  questions: number;
  closesOn: string | null;
  asks: string;
  address: FeedbackAddress;
}

/** One sheet for a wall or a counter: what is asked, the promise, and the way there. */
export function Poster({ title, intro, questions, closesOn, asks, address: { shown, qr } }: PosterProps) {
  return (
    <article className="feedback-poster" aria-label="Poster">
      <p className="feedback-poster-asks">{asks}</p>
      <h2 className="feedback-poster-title">{title}</h2>
      {intro === "" ? null : <p className="feedback-poster-intro">{intro}</p>}
      <p className="feedback-poster-promise">
        <strong>{PROMISE}</strong> {PROMISE_MORE}
      </p>
      <div className="feedback-poster-way">
        <QrCode {...qr} label={`QR code that opens ${shown}`} />
        <div>
          <p>Scan this with the camera of a phone, or type:</p>
          <p className="feedback-poster-address">
            {shown.split("/").map((part, index) => (
              // Broken where it is read, not within the code.
              <Fragment key={part}>
                {index === 0 ? null : <>/<wbr /></>}
                <span className="whitespace-nowrap">{part}</span>
              </Fragment>
            ))}
          </p>
          <p>
            {questions === 1 ? "1 question." : `${questions} questions.`} You can skip any of them.
            {closesOn === null ? "" : ` Until ${formatDay(closesOn)}.`}
          </p>
        </div>
      </div>
    </article>
  );
}
