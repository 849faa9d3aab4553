import { Card } from "@/components/ui/card";
import { RESPONSE_MAX_BYTES } from "@/lib/domain/limits";
import type { ToolName } from "@/lib/domain/tool/tool-ref";
import type { ToolRoom } from "@/lib/responses/tool-room";
import { MakeRoom } from "./make-room";
import { describeRoom } from "./room-words";

interface RoomCardProps {
  teamId: string;
  tool: Pick<ToolName, "ref" | "label">;
  room: ToolRoom;
}

/** For agency admins: how full the tool is, and the way to make room in it. */
export function RoomCard({ teamId, tool, room }: RoomCardProps) {
  return (
    <Card className="no-print measure grid gap-4">
      <h2>For agency admins</h2>
      <div className="prose-block">
        <p>
          {describeRoom(room.usedBytes, RESPONSE_MAX_BYTES)} That is its answers, and what is left of everything that was typed
          and deleted since it was begun. When it is full, nothing more can be saved in it.
        </p>
        {room.isLocked ? (
          <p>To make room, unlock this tool first.</p>
        ) : (
          <p>Making room clears what is left of deleted words. Answers and their history stay. It is seldom needed.</p>
        )}
      </div>
      {room.isLocked ? null : <MakeRoom teamId={teamId} tool={tool} />}
    </Card>
  );
}
