"use client";

import { useId, useState } from "react";
import { listToolQuestionsAction } from "@/app/teams/[teamId]/feedback/actions";
import { noAnswer } from "@/components/forms/no-answer";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { OursTag } from "@/components/ui/tag";
import { answerWays } from "@/lib/domain/feedback/question";
import type { OfferedChoice, OfferedGroup } from "@/lib/feedback/offered-questions";

interface QuestionPickerProps {
  teamId: string;
  /** Ready-made, in plain words. */
  offered: readonly OfferedGroup[];
  /** The tools that the person may open. */
  tools: readonly { readonly slug: string; readonly name: string }[];
  isFull: boolean;
  onPick: (question: OfferedChoice) => void;
}

/** Questions to take from the toolkit: ready-made ones, or any item of a tool in its own words. */
export function QuestionPicker({ teamId, offered, tools, isFull, onPick }: QuestionPickerProps) {
  const id = useId();
  const [tool, setTool] = useState("");
  const [items, setItems] = useState<readonly OfferedChoice[]>([]);
  const [problem, setProblem] = useState<string>();

  async function choose(slug: string): Promise<void> {
    setTool(slug);
    setItems([]);
    setProblem(undefined);
    if (slug === "") return;
    const result = await listToolQuestionsAction(teamId, { tool: slug }).catch(() => noAnswer());
    if (result.ok) setItems(result.data);
    else setProblem(result.message);
  }

  return (
    <div className="grid gap-3">
      <details className="fold">
        <summary>Take a question from the toolkit</summary>
        <div className="mt-3 grid gap-6">
          <p className="work-note">
            <OursTag>Plain words by this workbook</OursTag> for people outside of your team. Below each is what the toolkit prints.
          </p>
          {offered.map(({ title, questions }) => (
            <section key={title} aria-label={title}>
              <h3 className="text-[1rem]">{title}</h3>
              <ul className="agenda-rows mt-2">
                {questions.map((question) => (
                  <PickRow key={question.words} question={question} isFull={isFull} isSourced={question.source.words !== questions[0]?.source.words || question === questions[0]} onPick={onPick} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      </details>
      <details className="fold">
        <summary>Take any item of a tool</summary>
        <div className="mt-3 grid gap-4">
          <Select id={`${id}-tool`} label="Tool" hint="Its items come in the toolkit’s own words. Change them into plain words afterwards." value={tool} error={problem} onChange={(event) => void choose(event.target.value)}>
            <option value="">Choose a tool</option>
            {tools.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </Select>
          <ul className="agenda-rows" aria-label="Items of the tool">
            {items.map((question) => (
              <PickRow key={question.source.itemId} question={question} isFull={isFull} onPick={onPick} />
            ))}
          </ul>
        </div>
      </details>
    </div>
  );
}

interface PickRowProps {
  question: OfferedChoice;
  isFull: boolean;
  /** Says what it was made from, where that is something else. */
  isSourced?: boolean;
  onPick: (question: OfferedChoice) => void;
}

function PickRow({ question, isFull, isSourced = false, onPick }: PickRowProps) {
  const { words, source } = question;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="min-w-0 flex-1 basis-64 wrap-anywhere">
        <p>{words}</p>
        <p className="work-note">
          {answerWays(question)}
          {isSourced ? <> · From “{source.words}”</> : null}
        </p>
      </div>
      <Button variant="secondary" size="small" aria-disabled={isFull} onClick={() => (isFull ? undefined : onPick(question))}>
        Add<span className="sr-only">: {words}</span>
      </Button>
    </li>
  );
}
