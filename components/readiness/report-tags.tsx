import type { IconName } from "@/components/ui/icon";
import { Tag, type TagTone } from "@/components/ui/tag";
import { type GapKind, GAP_KIND_LABELS } from "@/lib/domain/readiness/gaps";
import { type Band, BAND_LABELS, NOT_ENOUGH_RATINGS } from "@/lib/domain/readiness/rules";

interface TagLook {
  tone: TagTone;
  icon: IconName;
}

const BANDS: Record<Band, TagLook> = {
  priority: { tone: "warm", icon: "diamond" },
  discuss: { tone: "neutral", icon: "circle" },
  strength: { tone: "success", icon: "check" },
};

const GAP_KINDS: Record<GapKind, TagLook> = {
  gap: { tone: "warm", icon: "diamond" },
  "partly-there": { tone: "neutral", icon: "half-circle" },
  unknown: { tone: "neutral", icon: "question" },
  "not-yet-rated": { tone: "neutral", icon: "circle" },
};

/** The band of an area in word, icon and colour; null is an area without enough ratings. */
export function BandTag({ band }: { band: Band | null }) {
  if (band === null) return <Tag icon="circle">{NOT_ENOUGH_RATINGS}</Tag>;
  return (
    <Tag {...BANDS[band]} className="whitespace-nowrap">
      {BAND_LABELS[band]}
    </Tag>
  );
}

export function GapKindTag({ kind }: { kind: GapKind }) {
  return (
    <Tag {...GAP_KINDS[kind]} className="whitespace-nowrap">
      {GAP_KIND_LABELS[kind]}
    </Tag>
  );
}
