import { getTool, refTo } from "@/tests/support/tools";
import type { TeamContext } from "@/lib/platform/auth/context";
import { createThread, deleteComment, replyToThread, resolveThread } from "@/lib/comments/change-comments";
import { addEvidence } from "@/lib/evidence/change-evidence";
import { saveUpdate } from "@/lib/responses/save-update";
import { completeTool, lockTool, reviewTool } from "@/lib/responses/tool-status";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import { toolItems } from "@/lib/domain/tool/items";
import { bytesOf } from "./evidence-files";
import { Client } from "./responses";

/** What happens in a team, each thing by the person named: everything that an export can tell of people. */
export async function workTogether({ lead, member, partner }: Record<"lead" | "member" | "partner", TeamContext>): Promise<void> {
  const itemOf = (number: 2 | 3 | 12, index = 0) => toolItems(getTool(number)).filter(({ kind }) => kind !== "table")[index]!;
  const save = async (by: TeamContext, number: 2 | 3 | 12, index = 0) => {
    const item = itemOf(number, index);
    const update = (await Client.open(by, number)).answer(item.id, exampleAnswer(item));
    const saved = await saveUpdate(by, refTo(number), update);
    if (!saved.ok) throw new Error("not saved");
  };
  await save(lead, 2);
  await save(member, 3);
  await save(partner, 3, 1);
  await save(lead, 12);

  const onItem = { toolRef: refTo(3), itemId: itemOf(3).id };
  const threadId = await createThread(member, { ...onItem, body: "Ask the county first. @Robin lead @Robin partner please look." });
  await replyToThread(partner, { toolRef: refTo(3), threadId, body: "Thank you, @Robin member." });
  const commentId = await replyToThread(partner, { toolRef: refTo(3), threadId, body: "Never mind." });
  await replyToThread(lead, { toolRef: refTo(3), threadId, body: "They agreed." });
  await deleteComment(partner, { toolRef: refTo(3), commentId });
  await resolveThread(lead, { toolRef: refTo(3), threadId, isResolved: true });
  await createThread(lead, { toolRef: refTo(2), itemId: itemOf(2).id, body: "A draft." });

  await addEvidence(member, onItem, { name: "Carry policy.txt", bytes: bytesOf("policy") }, { source: null });
  await reviewTool(member, refTo(7), true);
  await completeTool(lead, refTo(2));
  await lockTool(lead, refTo(2));
}
