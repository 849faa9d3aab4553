"use client";

import { useAnswer, useResponseStore } from "@/components/tool/live/use-response";
import { Icon, type IconName } from "@/components/ui/icon";
import { STATUS_LABELS, STATUS_VALUES, type StatusValue } from "@/lib/domain/answer/answers";
import { OptionGroup } from "./option-group";

const ICONS: Record<StatusValue, IconName> = { yes: "check", "in-progress": "half-circle", no: "cross" };

const OPTIONS = STATUS_VALUES.map((value) => ({
  value,
  className: `tile-${value}`,
  content: (
    <span className="tile-word">
      <Icon name={ICONS[value]} className="tile-icon" />
      {STATUS_LABELS[value]}
    </span>
  ),
}));

/** Yes / In Progress / No. */
export function StatusControl({ id }: { id: string }) {
  const store = useResponseStore();
  const status = useAnswer({ id, kind: "status" });
  return (
    <OptionGroup
      name={id}
      className="tiles tiles-status"
      options={OPTIONS}
      value={status}
      onChoose={(value) => store.setValue(id, value as StatusValue)}
    />
  );
}
