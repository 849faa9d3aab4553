"use client";

import { useState, useSyncExternalStore } from "react";
import { updateRemindersAction } from "@/app/(account)/account/actions";
import { SavedForm } from "@/components/forms/saved-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import {
  nameHour,
  nameZone,
  OFFERED_ZONES,
  REMINDER_PACE_LABELS,
  REMINDER_PACES,
  type ReminderChoice,
  type ReminderPace,
  WEEKDAYS,
} from "@/lib/domain/reminders/reminder-choice";

interface ReminderValues {
  pace: ReminderPace;
  weekday: string;
  hour: string;
  timeZone: string;
  today: boolean;
  week: boolean;
  overdue: boolean;
}

interface RemindersFormProps {
  choice: ReminderChoice;
  /** Theirs while they have chosen none. */
  usualZone: string;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const never = () => () => undefined;

/** What this device says of itself; known only once the page has come alive. */
function useDeviceZone(): string | null {
  return useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat().resolvedOptions().timeZone ?? null,
    () => null,
  );
}

/** When letters come about what is due, and about what of it. */
export function RemindersForm({ choice, usualZone }: RemindersFormProps) {
  const deviceZone = useDeviceZone();
  const [pace, setPace] = useState(choice.pace);
  const zone = choice.timeZone ?? usualZone;
  const zones = new Set([...OFFERED_ZONES.map(([offered]) => offered), zone, ...(deviceZone ? [deviceZone] : [])]);
  const isOff = pace === "never";
  return (
    <SavedForm<ReminderValues, void>
      send={({ weekday, hour, ...values }) => updateRemindersAction({ ...values, weekday: Number(weekday), hour: Number(hour) })}
      submitLabel="Save reminders"
      savedMessage="Your choice of reminders is saved."
    >
      {(field) => {
        const paceField = field("pace");
        return (
          <>
            <Select
              {...paceField}
              label="How often"
              defaultValue={choice.pace}
              onChange={(event) => {
                setPace(event.target.value as ReminderPace);
                return paceField.onChange(event);
              }}
            >
              {REMINDER_PACES.map((one) => (
                <option key={one} value={one}>
                  {REMINDER_PACE_LABELS[one]}
                </option>
              ))}
            </Select>
            {/* Kept in the page while they do not matter, so that what stands in them is sent along. */}
            <div hidden={isOff} className="grid grid-cols-1 gap-5">
              <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
                <Select
                  {...field("weekday")}
                  label="Day of the week"
                  hint={pace === "daily" ? "What has long been overdue comes by itself on this day only." : undefined}
                  defaultValue={String(choice.weekday)}
                >
                  {WEEKDAYS.map(([number, name]) => (
                    <option key={number} value={number}>
                      {name}
                    </option>
                  ))}
                </Select>
                <Select {...field("hour")} label="Time of day" defaultValue={String(choice.hour)}>
                  {HOURS.map((hour) => (
                    <option key={hour} value={hour}>
                      {nameHour(hour)}
                    </option>
                  ))}
                </Select>
              </div>
              <Select
                {...field("timeZone")}
                label="Time zone"
                hint={deviceZone && deviceZone !== zone ? `This device is set to ${nameZone(deviceZone)}. You can choose it from the list.` : undefined}
                defaultValue={zone}
              >
                {[...zones].map((one) => (
                  <option key={one} value={one}>
                    {nameZone(one)}
                  </option>
                ))}
              </Select>
              <fieldset className="grid grid-cols-1 gap-2">
                <legend className="mb-2 font-semibold">What the letters name</legend>
                <Checkbox {...field("today")} label="What is due that day" defaultChecked={choice.today} />
                <Checkbox {...field("week")} label="What is due that day and in the six days after" defaultChecked={choice.week} />
                <Checkbox {...field("overdue")} label="What is overdue" defaultChecked={choice.overdue} />
              </fieldset>
            </div>
          </>
        );
      }}
    </SavedForm>
  );
}
