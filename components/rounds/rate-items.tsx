"use client";

import { useEffect, useRef, useState } from "react";
import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { Button, buttonClasses } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { RoundStanding } from "@/lib/domain/rounds/round-standing";
import type { RoundTopic } from "./live-round";
import { MovedOn, useOwnRound } from "./moved-on";
import { RateForm, type ShownRating } from "./rate-form";
import type { RatedItem } from "./rated-item";
import { useRatingSaver } from "./use-rating-saver";

interface RateItemsProps {
  items: readonly RatedItem[];
  /** The item to begin with; null shows them all as a list. */
  startAt: string | null;
  /** Where ratings go. */
  action: string;
  raterId: string;
  /** Null for somebody without an account. */
  userId: string | null;
  /** The page itself; `?item=` and `?view=list` are added. */
  page: string;
  /** Where one leaves to, to finish or to look through. */
  out: string;
  title: string;
  promise: string;
  topic: RoundTopic;
  /** How the round stands on the page. */
  standing: RoundStanding;
}

/** What a rater sees: one item at a time, or all of them. All are in the page, so that rating goes on without a network. */
export function RateItems({ items, startAt, action, raterId, userId, page, out, title, promise, topic, standing }: RateItemsProps) {
  const { told, isOver } = useOwnRound(topic, standing);
  const isRevealed = standing.state !== "open";
  const saver = useRatingSaver({ action, raterId, userId });
  const [place, setPlace] = useState(() => Math.max(0, items.findIndex(({ id }) => id === startAt)));
  const [made, setMade] = useState<Readonly<Record<string, Partial<ShownRating>>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const isList = startAt === null;
  const top = useRef<HTMLDivElement>(null);
  const isMoved = useRef(false);
  useEffect(() => {
    // The first item is where one came to; from then on whoever listens is led along.
    if (isMoved.current) top.current?.focus();
  }, [place]);

  const isSeen = ({ own }: RatedItem) => isRevealed && own.value !== null && !own.isLate;
  const ratingOf = (item: RatedItem): ShownRating => {
    const { id, own } = item;
    const kept = saver.kept[id];
    // What was rated before the reveal stands, whatever was chosen since.
    if (isSeen(item)) return { value: own.value, note: made[id]?.note ?? kept?.words ?? own.note };
    return {
      value: made[id]?.value === undefined ? (kept?.value === undefined ? own.value : kept.value || null) : made[id].value,
      note: made[id]?.note ?? kept?.words ?? own.note,
    };
  };
  const rated = items.filter((item) => ratingOf(item).value !== null).length;
  const go = (to: number) => {
    isMoved.current = true;
    setPlace(to);
    window.history.replaceState(null, "", `${page}?item=${items[to]?.id}`);
  };
  const finish = async () => {
    const wrong = await saver.finish();
    setProblem(wrong);
    if (wrong === null) window.location.assign(out);
  };
  const formOf = (item: RatedItem) => ({
    item,
    rating: ratingOf(item),
    action,
    state: saver.states[item.id],
    isFixed: isOver || isSeen(item),
    isRevealed,
    isOver,
    onChange: ({ value, words }: { readonly value?: string; readonly words?: string }) => {
      setMade((before) => ({
        ...before,
        [item.id]: { ...before[item.id], ...(value === undefined ? {} : { value: value || null }), ...(words === undefined ? {} : { note: words }) },
      }));
      saver.change(item.id, { ...(value === undefined ? {} : { value }), ...(words === undefined ? {} : { words }) });
    },
  });
  const shown = items[place];
  if (!shown) return null;
  return (
    <div className="rate-page">
      <header className="rate-head">
        <h1>
          {title} <span className="font-normal text-muted">{isList ? `${rated} of ${items.length} rated` : `${place + 1} of ${items.length}`}</span>
        </h1>
        <nav aria-label="Ways to rate">
          {isList ? <a href={`${page}?item=${shown.id}`}>One at a time</a> : <a href={`${page}?view=list`}>List</a>}
          <Link href={out}>Leave</Link>
        </nav>
        <progress max={items.length} value={rated} aria-label={`${rated} of ${items.length} rated`} className="rate-progress" />
      </header>
      <p className="rate-promise">
        <Icon name="lock" /> <span>{promise}</span>
      </p>
      {isRevealed && !isOver ? (
        <p className="rate-late">
          The round was revealed. What you rate now is late: late ratings join the dots when the round closes, together, if there are at least three. With fewer they are counted, not shown.
        </p>
      ) : null}
      <MovedOn told={told} isRevealed={isRevealed} isOver={isOver} waiting={saver.waiting} out={out} />
      {saver.waiting > 0 && !isOver ? (
        <p role="status" className="rate-waiting">
          <Icon name="blocked" /> No network. {saver.waiting === 1 ? "1 rating waits" : `${saver.waiting} ratings wait`} on this device. {saver.waiting === 1 ? "It is" : "They are"} sent when you are back. Do not sign out before.
        </p>
      ) : null}
      {problem === null ? null : (
        <Alert tone="error" live>
          {problem}
        </Alert>
      )}
      {isList ? (
        <ol className="rate-list">
          {items.map((item) => (
            <li key={item.id} id={item.id}>
              <RateForm {...formOf(item)} />
            </li>
          ))}
        </ol>
      ) : (
        <div ref={top} tabIndex={-1} className="rate-one">
          <RateForm key={shown.id} {...formOf(shown)} {...(place + 1 < items.length ? { onNext: () => go(place + 1) } : { onFinish: () => void finish() })}>
            {place > 0 ? (
              <a
                href={`${page}?item=${items[place - 1]?.id}`}
                className={buttonClasses({ variant: "secondary" })}
                onClick={(event) => {
                  event.preventDefault();
                  go(place - 1);
                }}
              >
                Back
              </a>
            ) : null}
            {place + 1 < items.length ? (
              <Button type="submit" name="act" value="next" className="grow">
                Next
              </Button>
            ) : (
              <Button type="submit" name="act" value="finish" className="grow">
                I have finished
              </Button>
            )}
          </RateForm>
        </div>
      )}
    </div>
  );
}
