"use client";

import { Dialog } from "@/components/ui/dialog";
import { AssignmentPanel, type AssignmentPanelProps } from "./assignment-panel";

/** The same for a part of the tool, or the whole of it. */
export default function AssignDialog({ onClose, ...panel }: AssignmentPanelProps & { onClose: () => void }) {
  return (
    <Dialog isOpen title={`Who has this: ${panel.target.name}`} onClose={onClose}>
      <AssignmentPanel {...panel} />
    </Dialog>
  );
}
