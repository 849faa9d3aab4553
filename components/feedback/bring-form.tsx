"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { bringIntoToolAction, listQuoteTargetsAction } from "@/app/teams/[teamId]/feedback/[formId]/actions";
import { noAnswer } from "@/components/forms/no-answer";
import { SubmitButton } from "@/components/forms/submit-button";
import { useIsReady } from "@/components/forms/use-is-ready";
import { useSending } from "@/components/forms/use-sending";
import { Alert } from "@/components/ui/alert";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { ANSWER_LIMITS } from "@/lib/domain/feedback/answer";
import type { QuoteTarget } from "@/lib/domain/feedback/quotation";
import type { AnswerPlace, QuoteTools } from "./answer-buttons";
import type { WrittenAnswer } from "./take-out-form";

interface BringFormProps extends AnswerPlace {
  written: readonly WrittenAnswer[];
  tools: QuoteTools;
}

/** Brings words of an answer into a tool. They are read there by the whole team, so what tells who wrote them is to be taken out. */
export function BringForm({ teamId, formId, answerId, name, written, tools }: BringFormProps) {
  const router = useRouter();
  const id = useId();
  const isReady = useIsReady();
  const [from, setFrom] = useState(written[0]);
  const [words, setWords] = useState(from?.words ?? "");
  const [tool, setTool] = useState("");
  const [targets, setTargets] = useState<readonly QuoteTarget[]>([]);
  const [itemId, setItemId] = useState("");
  const { problems, setProblems, message, setMessage, isBusy, send } = useSending("What you wrote is still here.");
  const [isDone, setIsDone] = useState(false);
  const target = targets.find((one) => one.itemId === itemId);
  const error = (field: string) => problems[field];

  async function chooseTool(slug: string): Promise<void> {
    setTool(slug);
    setTargets([]);
    setItemId("");
    setProblems({});
    if (slug === "") return;
    const result = await listQuoteTargetsAction(teamId, { tool: slug }).catch(() => noAnswer());
    if (!result.ok) return setProblems({ tool: result.message });
    setTargets(result.data);
    if (result.data.length === 0) setProblems({ tool: "Nothing in this tool takes words. Choose another." });
  }

  async function bring(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isBusy || !from) return;
    const sent = new FormData(event.currentTarget);
    setMessage(undefined);
    setIsDone(false);
    if (tool === "") return setProblems({ tool: "Choose a tool." });
    if (!target) return setProblems({ item: "Choose where it goes." });
    const isTable = target.kind === "table";
    const done = await send((key) => bringIntoToolAction(teamId, {
      formId, answerId, questionId: from.questionId, words, tool, item: target.itemId,
      column: isTable ? String(sent.get("column")) : null,
      row: isTable ? String(sent.get("row")) || null : null,
      key,
    }));
    if (!done) return;
    setIsDone(true);
    router.refresh();
  }

  return (
    <details className="fold">
      <summary>Bring words into a tool<span className="sr-only">: {name}</span></summary>
      <form method="post" noValidate onSubmit={(event) => void bring(event)} className="mt-3 grid max-w-[36rem] gap-4">
        <ErrorSummary problems={Object.entries(problems).map(([field, said]) => ({ fieldId: `${id}-${field}`, message: said }))} message={message} />
        {written.length > 1 ? (
          <Select
            label="From which answer?"
            value={from?.questionId}
            onChange={(event) => {
              const chosen = written.find(({ questionId }) => questionId === event.target.value);
              setFrom(chosen);
              setWords(chosen?.words ?? "");
            }}
          >
            {written.map(({ questionId, asked }) => (
              <option key={questionId} value={questionId}>
                {asked}
              </option>
            ))}
          </Select>
        ) : null}
        <TextArea id={`${id}-words`} label="The words" hint="Take out what could tell who wrote it. Leave what matters." rows={4} value={words} maxLength={ANSWER_LIMITS.text} error={error("words")} onChange={(event) => setWords(event.target.value)} />
        <Select id={`${id}-tool`} label="Tool" value={tool} error={error("tool")} onChange={(event) => void chooseTool(event.target.value)}>
          <option value="">Choose a tool</option>
          {tools.map(({ slug, name: called }) => (
            <option key={slug} value={slug}>
              {called}
            </option>
          ))}
        </Select>
        {targets.length > 0 ? (
          <Select id={`${id}-item`} label="Where in it?" hint="It is added after what stands there." value={itemId} error={error("item")} onChange={(event) => setItemId(event.target.value)}>
            <option value="">Choose a place</option>
            {targets.map((one) => (
              <option key={one.itemId} value={one.itemId}>
                {one.label}
              </option>
            ))}
          </Select>
        ) : null}
        {target?.kind === "table" ? (
          <div className="grid gap-4 sm:grid-cols-2">
            <Select id={`${id}-row`} name="row" label="Row" error={error("row")}>
              <option value="">A new {target.rowName}</option>
              {target.rows.map((row) => (
                <option key={row.id} value={row.id}>
                  {row.label}
                </option>
              ))}
            </Select>
            <Select id={`${id}-column`} name="column" label="Column">
              {target.columns.map((column) => (
                <option key={column.id} value={column.id}>
                  {column.label}
                </option>
              ))}
            </Select>
          </div>
        ) : null}
        <p className="work-note">It will read: From community answers, with the month: “…”. Your name stands beside it in the history.</p>
        <div>
          <SubmitButton variant="secondary" isBusy={!isReady || isBusy} isSending={isBusy} sendingLabel="Bringing in">
            Bring it in
          </SubmitButton>
        </div>
        {isDone ? <Alert tone="success" live>It stands in the tool now.</Alert> : null}
      </form>
    </details>
  );
}
