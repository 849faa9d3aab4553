import { findToolBySlug } from "@/content/toolkits";
import { findOpenAccount } from "@/lib/accounts/accounts";
import { formatBytes } from "@/lib/domain/text/byte-size";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { recordAudit } from "@/lib/platform/audit/audit";
import { authorizeTeam } from "@/lib/platform/auth/authorize";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { withAgency } from "@/lib/platform/db/with-agency";
import { rebuildDocument } from "@/lib/responses/rebuild-document";

/**
 * As the button on the tool's history page does it, with the same rights and the same entry in the log.
 * @returns what to print. @throws RefusedError with why not, in words.
 */
export async function makeRoom(teamId: string, toolWord: string, address: string): Promise<string> {
  const tool = findToolBySlug(toolWord);
  if (!tool) throw new RefusedError(`There is no tool “${toolWord}”. Give its number, as in the address of its page.`);
  const account = await findOpenAccount(address);
  if (!account) throw new RefusedError(`Nobody can sign in as ${address}. Check the address.`);
  const access = await authorizeTeam(account.userId, teamId, "response:rebuild", tool.ref);
  if (!access.ok && access.reason === "forbidden") throw new RefusedError(`${address} is not an admin of this team’s agency.`);
  if (!access.ok) throw new RefusedError(`There is no team “${teamId}” that ${address} belongs to. Its id is in the address of its pages, after /teams/.`);
  const { context } = access;
  const { bytesBefore, bytesAfter } = await withAgency(context, async () => {
    const rebuilt = await rebuildDocument(context, tool.ref);
    const target = { teamId: context.teamId, tool: toolKey(tool.ref) };
    await recordAudit(context, { action: "response:rebuild", outcome: "done", target, source: "command" });
    return rebuilt;
  });
  return `Room was made in ${tool.label}: it took ${formatBytes(bytesBefore)} before and takes ${formatBytes(bytesAfter)} now.`;
}
