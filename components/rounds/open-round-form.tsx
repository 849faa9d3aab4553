"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { openRoundAction } from "@/app/teams/[teamId]/rounds/actions";
import { SubmitButton } from "@/components/forms/submit-button";
import { useIsReady } from "@/components/forms/use-is-ready";
import { useSending } from "@/components/forms/use-sending";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FieldGroup } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { findGuestProblem } from "@/lib/domain/rounds/guest-names";
import { ROUND_LIMITS } from "@/lib/domain/rounds/round";
import { SIDE_LABELS, SIDES, type Side } from "@/lib/domain/rounds/shown-item";
import { FIRST_DATE, LAST_DATE } from "@/lib/domain/text/dates";

interface OpenRoundFormProps {
  teamId: string;
  /** The tool's part of the address. */
  tool: string;
  parts: readonly { readonly id: string; readonly title: string; readonly items: readonly { readonly id: string; readonly prompt: string }[] }[];
  /** Who can be asked. */
  people: readonly { readonly userId: string; readonly name: string; readonly role: string; readonly isAsked: boolean; readonly side: Side | null; readonly mayBeDeputy: boolean }[];
  /** Names of people who could rate, if the tool were shared with them. */
  withheld: readonly string[];
  /** The earlier round that this one asks again: what it asked, whom, and how it was shown. */
  follows: {
    readonly roundId: string;
    readonly number: number;
    readonly itemIds: readonly string[];
    readonly isNamed: boolean;
    readonly isSplit: boolean;
    readonly guests: readonly string[];
  } | null;
}

/** Opens a round: what is asked, who, until when, and what will be shown. Nothing of it can be changed afterwards. */
export function OpenRoundForm({ teamId, tool, parts, people, withheld, follows }: OpenRoundFormProps) {
  const router = useRouter();
  const id = useId();
  const isReady = useIsReady();
  const { problems, setProblems, message, isBusy, send } = useSending("What you chose is still here.");
  const [isNamed, setIsNamed] = useState(follows?.isNamed ?? false);
  const [isSplit, setIsSplit] = useState(follows?.isSplit ?? false);
  const [isWhole, setIsWhole] = useState(follows === null);
  const error = (name: string) => problems[name];

  /** What was wrong is not said any longer once it is changed. */
  const settle = (name: string) => setProblems((before) => Object.fromEntries(Object.entries(before).filter(([one]) => one !== name)));

  async function open(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    const form = new FormData(event.currentTarget);
    const all = (name: string) => form.getAll(name).map(String);
    const text = (name: string) => String(form.get(name) ?? "");
    const isChosen = !isWhole;
    const guests = text("guests").split("\n").map((name) => name.trim());
    const guestProblem = findGuestProblem(guests);
    if (guestProblem !== null) return setProblems({ guests: guestProblem });
    if (isChosen && all("parts").length + all("items").length === 0) return setProblems({ items: "Choose at least one statement." });
    const sideless = isSplit && !isNamed ? people.filter(({ userId }) => all("raters").includes(userId) && !form.get(`side-${userId}`)) : [];
    if (sideless.length > 0) return setProblems({ raters: `Choose which side these people count with: ${sideless.map(({ name }) => name).join(", ")}.` });
    const done = await send((key) => openRoundAction(teamId, {
      tool,
      parts: isChosen ? all("parts") : [],
      items: isChosen ? all("items") : [],
      raters: all("raters").map((userId) => ({ userId, side: (form.get(`side-${userId}`) || "safety") as Side })),
      guests: guests.filter(Boolean),
      guestSide: (form.get("guestSide") ?? "community") as Side,
      untilOn: text("untilOn"),
      shown: isNamed ? "named" : "unnamed",
      isSplit: isSplit && !isNamed,
      deputy: text("deputy"),
      follows: follows?.roundId ?? "",
      key,
    }));
    if (!done) return;
    router.push(`/teams/${teamId}/rounds/${done.data.roundId}`);
  }

  return (
    <form method="post" noValidate onSubmit={(event) => void open(event)} className="grid grid-cols-1 gap-8">
      <ErrorSummary problems={Object.entries(problems).map(([name, said]) => ({ fieldId: `${id}-${name}`, message: said }))} message={message} />
      <FieldGroup id={`${id}-items`} label="What is asked?" error={error("items")}>
        <div className="grid gap-2.5" onChange={() => settle("items")}>
          {[true, false].map((whole) => (
            <div key={String(whole)} className="flex gap-3">
              <input type="radio" name="scope" id={`${id}-${whole ? "all" : "some"}`} className="tick" checked={isWhole === whole} onChange={() => setIsWhole(whole)} />
              <label htmlFor={`${id}-${whole ? "all" : "some"}`}>{whole ? "Every statement of this tool" : "Only some of them"}</label>
            </div>
          ))}
        </div>
        {isWhole ? null : (
          <div className="mt-3 grid gap-3" onChange={() => settle("items")}>
            {parts.map((part) => (
              <details key={part.id} className="fold" open={part.items.some((item) => follows?.itemIds.includes(item.id))}>
                <summary>{part.title}</summary>
                <div className="mt-2 grid gap-2 pl-2">
                  {part.items.length > 1 ? <Checkbox name="parts" value={part.id} label={<strong>All of {part.title.split(":")[0]}</strong>} /> : null}
                  {part.items.map((item) => (
                    <Checkbox key={item.id} name="items" value={item.id} label={item.prompt} defaultChecked={follows?.itemIds.includes(item.id) ?? false} />
                  ))}
                </div>
              </details>
            ))}
          </div>
        )}
      </FieldGroup>

      <RadioGroup
        id={`${id}-shown`}
        name="shown"
        label="What will the reveal show?"
        hint="Everyone is told before the first answer. It cannot be changed afterwards."
        defaultValue={follows?.isNamed ? "named" : "unnamed"}
        onChange={(event) => setIsNamed(event.target.value === "named")}
        options={[
          { value: "unnamed", label: "Dots without names", hint: "When the round closes, the tie between people and their ratings is destroyed." },
          { value: "named", label: "Who rated what, by name", hint: "Ratings stay with the names." },
        ]}
      />
      {isNamed ? null : (
        <Checkbox
          name="isSplit"
          checked={isSplit}
          onChange={(event) => setIsSplit(event.target.checked)}
          label="Also by perspective: public safety and the community"
          hint="In three groups, and only where at least three rated on each side. It also shows when all of one side chose alike. People with lived experience are counted with the community, never alone."
        />
      )}

      <FieldGroup id={`${id}-raters`} label="Who is asked?" error={error("raters")} hint="Who is asked can’t be changed after the round is open.">
        <ul className="grid gap-3" onChange={() => settle("raters")}>
          {people.map(({ userId, name, role, isAsked, side }) => (
            <li key={userId} className={isSplit && !isNamed ? "grid grid-cols-1 items-start gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_14rem]" : undefined}>
              <Checkbox name="raters" value={userId} defaultChecked={isAsked} label={<>{name} <span className="text-muted">{role}</span></>} />
              {isSplit && !isNamed ? <SidePicker name={`side-${userId}`} label={<>Counts with<span className="sr-only">: {name}</span></>} side={side} /> : null}
            </li>
          ))}
        </ul>
        {withheld.length > 0 ? (
          <p className="mt-3 text-[0.9375rem] break-words text-muted">
            This tool is not shared with {withheld.join(", ")}, so {withheld.length === 1 ? "this partner" : "these partners"} can’t be asked. Share it under “People” first, or give a personal link below.
          </p>
        ) : null}
      </FieldGroup>
      <div className="grid grid-cols-1 gap-3">
        <TextArea
          id={`${id}-guests`}
          name="guests"
          label="People without an account"
          optional
          hint={`One name a line, as the team knows them. Each gets a personal link, which you hand over. It ends by itself.`}
          rows={Math.max(3, follows?.guests.length ?? 0)}
          defaultValue={follows?.guests.join("\n") ?? ""}
          maxLength={ROUND_LIMITS.guestName * ROUND_LIMITS.raters}
          error={error("guests")}
          onChange={() => settle("guests")}
        />
        {isSplit && !isNamed ? <SidePicker name="guestSide" label="They count with" side="community" /> : null}
      </div>

      <div className="grid grid-cols-1 gap-5 sm:grid-cols-[repeat(2,minmax(0,1fr))]">
        <TextInput id={`${id}-untilOn`} name="untilOn" type="date" label="Until when?" optional hint="Nothing is revealed by itself on that day." min={FIRST_DATE} max={LAST_DATE} error={error("untilOn")} />
        <Select id={`${id}-deputy`} name="deputy" label="Deputy" optional hint="May reveal and close beside the team’s leads." defaultValue="" error={error("deputy")}>
          <option value="">Nobody</option>
          {people.filter(({ mayBeDeputy }) => mayBeDeputy).map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <div className="grid gap-3">
        <p>You see no ratings but your own, like everyone.</p>
        <div>
          <SubmitButton isBusy={!isReady || isBusy} isSending={isBusy} sendingLabel="Opening">
            Open the round
          </SubmitButton>
        </div>
      </div>
    </form>
  );
}

function SidePicker({ name, label, side }: { name: string; label: ReactNode; side: Side | null }) {
  return (
    <Select name={name} label={label} defaultValue={side ?? ""}>
      {side === null ? <option value="">Choose a side</option> : null}
      {SIDES.map((one) => (
        <option key={one} value={one}>
          {SIDE_LABELS[one]}
        </option>
      ))}
    </Select>
  );
}
