import { gapHref } from "@/components/links/gap-href";
import { GapTick } from "@/components/links/gap-tick";
import { getTool, MAIN_TOOLKIT } from "@/content/toolkits";
import type { GapStop } from "@/lib/domain/plan/trace";
import { DONT_KNOW_NEXT_STEPS, formatGapStatement, type Gap } from "@/lib/domain/readiness/gaps";
import { type Band, BAND_LABELS, NOT_ENOUGH_RATINGS } from "@/lib/domain/readiness/rules";
import { getElement } from "@/lib/domain/toolkit/toolkit";
import { LastAnswered } from "./last-answered";
import { GapKindTag } from "./report-tags";

interface GapListProps {
  /** Ordered and filtered already. */
  gaps: readonly Gap[];
  teamId: string;
  toolsHref: string;
  /** How far a gap has come. */
  stopOf: (itemId: string) => GapStop;
  /** Whether the reader may make one a priority. */
  mayMake: boolean;
  /** Open at once, as where somebody asked for some of it. */
  isOpen?: boolean;
}

/** The gap list folded under one heading for each band, in the order to work through it. */
export function GapList({ gaps, isOpen = false, ...list }: GapListProps) {
  const bands = [...new Set(gaps.map(({ band }) => band))];
  return (
    <div className="gap-bands">
      {bands.map((band) => (
        <BandGaps key={band ?? "none"} band={band} gaps={gaps.filter((gap) => gap.band === band)} {...list} isOpen={isOpen} />
      ))}
    </div>
  );
}

function BandGaps({ band, gaps, isOpen, ...list }: GapListProps & { band: Band | null }) {
  return (
    <details open={isOpen} className="fold gap-band">
      <summary>
        <h3>{band ? `In ${BAND_LABELS[band]} areas` : `In areas with: ${NOT_ENOUGH_RATINGS.toLowerCase()}`}</h3>
        <span className="count">{gaps.length}</span>
      </summary>
      <ul className="divide-y divide-line">
        {gaps.map((gap) => (
          <GapEntry key={gap.itemId} gap={gap} {...list} />
        ))}
      </ul>
    </details>
  );
}

function GapEntry({ gap, teamId, toolsHref, stopOf, mayMake }: Omit<GapListProps, "gaps" | "isOpen"> & { gap: Gap }) {
  return (
    <li className="gap-entry">
      <div>
        <GapKindTag kind={gap.kind} />
      </div>
      <div className="min-w-0">
        <a href={gapHref(teamId, gap.itemId)}>{formatGapStatement(gap)}</a>
        <p className="gap-note">
          {gap.answerText ? <b>{gap.answerText}</b> : "No answer yet"}
          {` · ${gap.source}${gap.lastAnswered ? " · Last answered by " : ""}`}
          <LastAnswered event={gap.lastAnswered} />
        </p>
        {gap.dontKnow ? <p className="mt-1 text-[0.9375rem]">{`Next: ${DONT_KNOW_NEXT_STEPS[gap.dontKnow]}`}</p> : null}
        <GapTick teamId={teamId} itemId={gap.itemId} words={`${formatGapStatement(gap)} (${gap.source})`} stop={stopOf(gap.itemId)} mayMake={mayMake} />
        <GapHelp gap={gap} toolsHref={toolsHref} />
      </div>
    </li>
  );
}

function GapHelp({ gap: { element, tool, itemId }, toolsHref }: { gap: Gap; toolsHref: string }) {
  return (
    <p className="gap-help gap-note no-print">
      {/* A plain link: the tool page has to load anew to scroll to the item. */}
      <a href={`${toolsHref}/${tool.slug}#${itemId}`}>{`Open in ${tool.label}`}</a>
      <a href={`/guide/elements/${element}`}>{`Tips and resources for ${element}`}</a>
      {getElement(MAIN_TOOLKIT, element).tools.map(getTool).map(({ slug, label }) => (
        <a key={slug} href={`${toolsHref}/${slug}`}>{label}</a>
      ))}
    </p>
  );
}
