import type { ComponentProps } from "react";
import type { TextInput } from "@/components/ui/text-input";

/** What wires one control to its form. */
export type TwoWayFormField<Name extends string> = (name: Name) => Omit<ComponentProps<typeof TextInput>, "label" | "ref" | "type"> & {
  readonly id: string;
  readonly name: string;
  readonly ref: (element: unknown) => void;
  readonly error: string | undefined;
};
