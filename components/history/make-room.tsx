"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { rebuildToolAction } from "@/app/teams/[teamId]/tools/[number]/actions";
import { ActButton } from "@/components/forms/act-button";
import { Alert } from "@/components/ui/alert";
import { formatBytes } from "@/lib/domain/text/byte-size";
import type { ToolName } from "@/lib/domain/tool/tool-ref";
import type { RebuiltDocument } from "@/lib/responses/rebuild-document";

/** Asks before it makes room in a tool, and says how much it made. */
export function MakeRoom({ teamId, tool: { ref: toolRef, label } }: { teamId: string; tool: Pick<ToolName, "ref" | "label"> }) {
  const router = useRouter();
  const [made, setMade] = useState<RebuiltDocument | null>(null);

  function show(data: RebuiltDocument): void {
    setMade(data);
    router.refresh();
  }

  return (
    <div className="grid justify-items-start gap-3">
      <ActButton
        once={(key) => rebuildToolAction(teamId, { toolRef, key })}
        label="Make room"
        size="medium"
        confirm={{ title: `Make room in ${label}?`, text: <WhatItDoes />, yes: "Make room now" }}
        onDone={show}
      />
      <div role="status">
        {made ? (
          <Alert tone="success">
            Room was made. This tool took {formatBytes(made.bytesBefore)} before and takes {formatBytes(made.bytesAfter)} now.
          </Alert>
        ) : null}
      </div>
    </div>
  );
}

function WhatItDoes() {
  return (
    <ul>
      <li>All answers and their history stay as they are. Rows with nothing in them go.</li>
      <li>Removed rows can still be brought back, unless they take up much of the tool’s room. Then they go, and the history shows what was in them.</li>
      <li>Teammates who have the tool open can go on writing. They don’t have to do anything.</li>
      <li>
        Words that are on somebody’s device and were not saved yet, for example without a network, are put in when that
        device is back. If they don’t fit any more, that page says so and keeps them, to be copied over by hand.
      </li>
      <li>It can’t be undone. The tool’s history says that you did it, and when.</li>
    </ul>
  );
}
