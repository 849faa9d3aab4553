import type { Brief } from "@/lib/domain/readiness/brief";
import { BAND_LABELS, HOW_TO_READ, NOT_ENOUGH_RATINGS, SELF_RATING_STATEMENT } from "@/lib/domain/readiness/rules";
import { formatHeadline } from "@/lib/domain/readiness/scoring";
import { describeScore, drawPaperHead, drawPaperScore } from "@/lib/readiness/score-marks";
import type { PrintBrief } from "./print-blocks";

/** A brief as its page is set; every word is there already. */
export function printBrief(brief: Brief, day: string): PrintBrief {
  return {
    agency: brief.agencyName,
    date: day,
    title: brief.title,
    titleNote: brief.titleNote,
    headline: formatHeadline(brief.report.headline),
    scale: { svg: drawPaperHead() },
    areas: brief.areas.map(({ title, score }) => ({
      name: title.replace(/^\w+ \d+: /, "").replace(/\.$/, ""),
      band: score.status === "scored" ? BAND_LABELS[score.band] : NOT_ENOUGH_RATINGS,
      svg: drawPaperScore(score),
      alternative: describeScore(score),
    })),
    priorities: brief.priorities.map(({ statement, why }) => ({ statement, why })),
    planned: brief.planned,
    asks: brief.asks,
    reading: HOW_TO_READ,
    note: SELF_RATING_STATEMENT,
  };
}
