import type { IconName } from "@/components/ui/icon";
import { Tag, type TagTone } from "@/components/ui/tag";
import { ACTION_STATUS_LABELS, type ActionStatus } from "@/lib/domain/plan/action-status";

const STATUS: Record<ActionStatus, { readonly tone: TagTone; readonly icon: IconName }> = {
  "not-started": { tone: "neutral", icon: "circle" },
  "under-way": { tone: "primary", icon: "half-circle" },
  blocked: { tone: "warm", icon: "blocked" },
  done: { tone: "success", icon: "check" },
};

/** How an action stands, the same wherever it is read. */
export function ActionStatusTag({ status }: { status: ActionStatus }) {
  const { tone, icon } = STATUS[status];
  return (
    <Tag tone={tone} icon={icon}>
      {ACTION_STATUS_LABELS[status]}
    </Tag>
  );
}
