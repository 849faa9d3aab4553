"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { arrangeSittingAction, startSittingAction } from "@/app/teams/[teamId]/meetings/[meetingId]/actions";
import { ActButton } from "@/components/forms/act-button";
import type { ItemGroup, ListedItem } from "@/lib/domain/tool/listed-items";
import { type Choice, CheckList, ChoiceForm } from "./choice-form";
import type { Leader } from "./hand-over-dialog";

interface SittingProps {
  teamId: string;
  sittingId: string;
}

const deputyChoice = ({ userId, name, role }: Leader) => ({ id: userId, label: name, note: role });

/** Who may take over when the facilitator's device dies. */
export function DeputiesForm({ teamId, sittingId, leaders, chosen }: SittingProps & { leaders: readonly Leader[]; chosen: readonly string[] }) {
  if (leaders.length === 0) return <p className="text-muted">Nobody else of the team could lead it.</p>;
  return (
    <ChoiceForm
      legend="Deputies"
      hint="They may take over when your device dies. Team leads always may; nobody else does by being there."
      choices={leaders.map(deputyChoice)}
      chosen={chosen}
      submit="Save the deputies"
      send={(deputies) => arrangeSittingAction(teamId, { sittingId, act: { set: "deputies", deputies: [...deputies] } })}
    />
  );
}

export interface OfferedChoice {
  readonly toolkitId: string;
  readonly toolId: string;
  readonly itemId: string;
  readonly label: string;
  readonly note: string;
}

/** What the team's work offers for the list. */
export function OfferedForm({ teamId, sittingId, offered }: SittingProps & { offered: readonly OfferedChoice[] }) {
  return (
    <ChoiceForm
      legend="From the team’s work"
      choices={offered.map(({ itemId, label, note }) => ({ id: itemId, label, note }))}
      submit="Put on the list"
      send={(ids) =>
        arrangeSittingAction(teamId, {
          sittingId,
          act: { set: "offered", items: offered.filter(({ itemId }) => ids.includes(itemId)).map(({ toolkitId, toolId, itemId }) => ({ toolkitId, toolId, itemId })) },
        })
      }
    />
  );
}

/** Any item of one tool, by what is printed above it. */
export function ToolItemsForm({ teamId, sittingId, tool, title, groups }: SittingProps & { tool: string; title: string; groups: readonly ItemGroup[] }) {
  const all = groups.flatMap(({ items }) => items);
  const choiceOf = (group: string, { id, name }: ListedItem): Choice => (all.filter((one) => one.name === name).length > 1 ? { id, label: name, heard: group } : { id, label: name });
  const [only] = groups;
  return (
    <ChoiceForm
      legend={title}
      choices={groups.flatMap(({ title: group, items }) => items.map((item) => choiceOf(group, item)))}
      groups={groups.length === 1 && only ? [] : groups.map(({ title: group, items }) => ({ title: group, ids: items.map(({ id }) => id) }))}
      submit="Put on the list"
      send={(ids) => arrangeSittingAction(teamId, { sittingId, act: { set: "items", tool, items: [...ids] } })}
    />
  );
}

/** Begins meeting mode, with who may take over. */
export function StartForm({ teamId, meetingId, leaders, label }: { teamId: string; meetingId: string; leaders: readonly Leader[]; label: string }) {
  const router = useRouter();
  const [picked, setPicked] = useState<readonly string[]>([]);
  return (
    <div className="grid gap-4">
      {leaders.length > 0 ? (
        <CheckList legend="Deputies" hint="They may take over when your device dies. Team leads always may." choices={leaders.map(deputyChoice)} picked={picked} onPick={setPicked} />
      ) : null}
      <ActButton
        once={(key) => startSittingAction(teamId, { meetingId, deputies: [...picked], key })}
        label={label}
        variant="primary"
        size="medium"
        onDone={(made: { meetingId: string }) => router.push(`/teams/${teamId}/meetings/${made.meetingId}/mode`)}
      />
    </div>
  );
}

/** A place that somebody has in the meeting, taken away. */
export function TakeSeatAway({ teamId, sittingId, seatId, name }: SittingProps & { seatId: string; name: string }) {
  return (
    <ActButton
      act={() => arrangeSittingAction(teamId, { sittingId, act: { set: "seat", seatId } })}
      label="Take out"
      describedFor={name}
      variant="quiet"
      confirm={{ title: `Take ${name} out?`, text: <p>The phone is out at once. Its vote in an open vote is destroyed unseen.</p>, yes: "Take out" }}
    />
  );
}

export function TakeItemOff({ teamId, sittingId, itemId, name }: SittingProps & { itemId: string; name: string }) {
  return (
    <ActButton
      act={() => arrangeSittingAction(teamId, { sittingId, act: { set: "off", itemId } })}
      label="Take off"
      describedFor={name}
      variant="quiet"
      confirm={{ title: "Take it off the list?", text: <p className="wrap-anywhere">{name}. Nothing was voted on it, and its tool keeps what it says. You can put it on the list again, at the end.</p>, yes: "Take off" }}
    />
  );
}

/** One place earlier or later on the list. */
export function MoveItem({ teamId, sittingId, itemId, name, by }: SittingProps & { itemId: string; name: string; by: "up" | "down" }) {
  return <ActButton act={() => arrangeSittingAction(teamId, { sittingId, act: { set: "move", itemId, by } })} label={by === "up" ? "Up" : "Down"} describedFor={name} variant="quiet" />;
}

/** How people come in: a new code, or nobody new. */
export function JoinButtons({ teamId, sittingId, isJoinable }: SittingProps & { isJoinable: boolean }) {
  return (
    <div className="flex flex-wrap gap-3">
      <ActButton act={() => arrangeSittingAction(teamId, { sittingId, act: { set: "joinable", isJoinable: !isJoinable } })} label={isJoinable ? "Let nobody new in" : "Let newcomers in"} />
      <ActButton
        act={() => arrangeSittingAction(teamId, { sittingId, act: { set: "code" } })}
        label="Make another code"
        variant="quiet"
        confirm={{ title: "Make another code?", text: <p>The code there is now lets nobody in any more. Whoever sits there stays.</p>, yes: "Make another code" }}
      />
    </div>
  );
}

export function EndSitting({ teamId, sittingId }: SittingProps) {
  return (
    <ActButton
      act={() => arrangeSittingAction(teamId, { sittingId, act: { set: "end" } })}
      label="End meeting mode"
      variant="danger"
      confirm={{
        title: "End meeting mode?",
        text: <p>Phones are let go and the code opens nothing any more. A vote that was not revealed is destroyed, and nobody sees it. What was decided stays.</p>,
        yes: "End meeting mode",
      }}
    />
  );
}
