import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { PeopleProvider } from "@/components/people/shown-people";
import { AnswerReview } from "@/components/tool/answer-review";
import { LockPage } from "@/components/tool/lock-page";
import { LOCK_MEANS } from "@/components/tool/lock-words";
import { StatusButton } from "@/components/tool/status-button";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { answerTo } from "@/lib/domain/answer/answers";
import { askedItems } from "@/lib/domain/item/asked-items";
import { isAnswered } from "@/lib/domain/item/item-readers";
import type { Item } from "@/lib/domain/tool/definition";
import { itemName, toolItems, toolName } from "@/lib/domain/tool/items";
import { listPeople } from "@/lib/people/list-people";
import { nameAnswers } from "@/lib/people/name-answers";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";
import { getResponseView } from "@/lib/responses/responses";
import { completeAndLockToolAction, completeToolAction } from "../actions";
import { COMPLETED, readToolParams, type ToolPageProps } from "../tool-params";

export async function generateMetadata({ params }: ToolPageProps): Promise<Metadata> {
  const { tool } = await readToolParams(params);
  return { title: `Mark ${tool.label} complete or lock it` };
}

/** "Infrastructure 1, item 2": prompts alone can be the same in two places. */
function placeOf(item: Item): string {
  return item.source.replace(/^Tool \d+(, )?/, "");
}

export default async function CompleteToolPage({ params }: ToolPageProps) {
  const { teamId, tool } = await readToolParams(params);
  const context = await requireTeam(teamId, "response:complete", tool.ref);
  const response = await getResponseView(context, tool.ref);
  const toolHref = `/teams/${teamId}/tools/${tool.slug}`;
  const may = (permission: "response:lock" | "response:unlock") => isAllowedInTeam(context.role, permission);
  if (response.completed) {
    if (!may(response.locked ? "response:unlock" : "response:lock")) redirect(toolHref);
    return (
      <PeopleProvider people={await listPeople(context, response.completed, response.locked)} historyNames={context.historyNames}>
        <LockPage teamId={teamId} tool={tool} completed={response.completed} locked={response.locked} />
      </PeopleProvider>
    );
  }

  const blanks = askedItems(tool, response.answers).filter((item) => !item.extension && !isAnswered(item, answerTo(item, response.answers)));

  return (
    <div className="container-page py-8 sm:py-10">
      <PageHeader
        title={`Mark ${tool.label} complete`}
        eyebrow={toolName(tool)}
        crumbs={[
          { label: tool.label, href: toolHref },
          { label: "Mark complete" },
        ]}
      />
      <div className="measure grid gap-6">
        {blanks.length === 0 ? (
          <p>Every item has an answer.</p>
        ) : (
          <section aria-labelledby="blank">
            <h2 id="blank">{blanks.length === 1 ? "1 item is still blank" : `${blanks.length} items are still blank`}</h2>
            <p className="mt-2 text-muted">
              You can go back to any of them, or mark the tool complete with these left blank.
            </p>
            <ul className="bullets mt-4">
              {blanks.map((item) => (
                <li key={item.id}>
                  <Link href={`${toolHref}#${item.id}`} prefetch={false}>
                    {item.number ? `${item.number} ` : ""}
                    {itemName(item)}
                  </Link>
                  <span className="block text-[0.9375rem] text-muted">{placeOf(item)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <AnswerReview tool={tool} answers={await nameAnswers(context, toolItems(tool), response.answers)} toolHref={toolHref} />
        <p>
          When the tool is complete, its answers and files can’t be changed. Anyone who may mark it complete can also
          reopen it.
        </p>
        {may("response:lock") ? (
          <p>
            You can also lock it, to sign it off. {LOCK_MEANS}
          </p>
        ) : null}
        <div className="flex flex-wrap gap-3">
          <StatusButton
            label={blanks.length === 0 ? "Mark complete" : "Mark complete with blanks"}
            busyLabel="Marking complete"
            action={completeToolAction.bind(null, teamId, { toolRef: tool.ref })}
            doneHref={`${toolHref}?done=${COMPLETED}`}
          />
          {may("response:lock") ? (
            <StatusButton
              label={blanks.length === 0 ? "Complete and lock" : "Complete with blanks and lock"}
              busyLabel="Locking"
              variant="secondary"
              action={completeAndLockToolAction.bind(null, teamId, { toolRef: tool.ref })}
              doneHref={`${toolHref}?done=${COMPLETED}`}
            />
          ) : null}
          <LinkButton href={toolHref} variant="secondary">
            Back to the tool
          </LinkButton>
        </div>
      </div>
    </div>
  );
}
