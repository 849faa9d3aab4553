import type { Metadata } from "next";
import Link from "next/link";
import { NeedsScript } from "@/components/forms/form-page";
import { OpenRoundForm } from "@/components/rounds/open-round-form";
import { PageHeader } from "@/components/ui/page-header";
import { TOOLS } from "@/content/toolkits";
import { ratableItems, ratableParts } from "@/lib/domain/rounds/round";
import { toolName } from "@/lib/domain/tool/items";
import { isSameTool, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import { listTeamMembers, type TeamMemberView } from "@/lib/people/members";
import { isAllowedInTeam, ROLE_LABELS } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";
import { findOpenTool } from "@/lib/responses/tool-access";
import { findRound, listRaters } from "@/lib/rounds/read-rounds";

export const metadata: Metadata = { title: "Open a round" };

interface NewRoundPageProps {
  params: Promise<{ teamId: string }>;
  searchParams: Promise<{ tool?: string | string[]; after?: string | string[] }>;
}

export default async function NewRoundPage({ params, searchParams }: NewRoundPageProps) {
  const [{ teamId }, { tool: slug, after }] = await Promise.all([params, searchParams]);
  const context = await requireTeam(teamId, "round:open");
  const earlier = typeof after === "string" ? await findRound(context, after) : null;
  const before = earlier ? await listRaters(context, earlier.id) : [];
  const tools = TOOLS.filter((tool) => findOpenTool(context, tool.ref) && ratableItems(tool).length > 0);
  const tool = tools.find(({ ref, slug: own }) => (earlier ? isSameTool(ref, earlier.tool) : own === slug));
  const raters = tool ? (await listTeamMembers(context)).filter(({ role }) => isAllowedInTeam(role, "round:rate")) : [];
  return (
    <div className="container-page pt-6 pb-16">
      <PageHeader
        crumbs={[{ label: "Rounds", href: `/teams/${teamId}/rounds` }, { label: "Open a round" }]}
        title={earlier ? `Ask again what round ${earlier.number} asked` : "Open a round"}
        lead={tool ? toolName(tool) : "Which tool is it about?"}
      />
      {tool ? (
        <div className="max-w-[46rem]">
          <NeedsScript />
          <OpenRoundForm
            teamId={teamId}
            tool={tool.slug}
            parts={ratableParts(tool).map(({ id, title, items }) => ({ id, title, items: items.map((item) => ({ id: item.id, prompt: item.prompt })) }))}
            follows={earlier && { roundId: earlier.id, number: earlier.number, itemIds: earlier.itemIds, isNamed: earlier.isNamed, isSplit: earlier.isSplit, guests: before.flatMap(({ guestName }) => guestName ?? []) }}
            withheld={raters.filter((one) => !hasTool(one, tool.ref)).map(({ displayName }) => displayName)}
            people={raters
              .filter((one) => hasTool(one, tool.ref))
              .map(({ userId, displayName, role }) => ({
                userId,
                name: displayName,
                role: ROLE_LABELS[role],
                isAsked: earlier ? before.some(({ person }) => person?.personId === userId) : role !== "admin",
                // Who is of public safety is not known of a member, and of a partner it is not sure: whoever opens the round says it.
                side: role === "partner" ? "community" : null,
                mayBeDeputy: isAllowedInTeam(role, "round:reveal"),
              }))}
          />
        </div>
      ) : (
        <ul className="agenda-rows max-w-[46rem]">
          {tools.map((one) => (
            <li key={toolKey(one.ref)}>
              <Link href={`/teams/${teamId}/rounds/new?tool=${one.slug}`} prefetch={false}>
                {toolName(one)}
              </Link>
              <p className="work-note">{ratableItems(one).length} statements</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A partner has the tools that are shared with them, everybody else all. */
function hasTool({ role, toolKeys }: Pick<TeamMemberView, "role" | "toolKeys">, ref: ToolRef): boolean {
  return role !== "partner" || toolKeys.includes(toolKey(ref));
}
