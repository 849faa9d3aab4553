import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { AGENCY_KIND_LABELS, AGENCY_KINDS, STATES } from "@/lib/agencies/agency-facts";

export interface AgencyValues {
  name: string;
  kind: string;
  state: string;
}

interface AgencyFieldsProps {
  field: (name: keyof AgencyValues, rules: { required: string }) => Record<string, unknown> & { id: string };
  values?: AgencyValues;
}

/** The three facts about an agency, for adding and for changing one. */
export function AgencyFields({ field, values }: AgencyFieldsProps) {
  return (
    <>
      <TextInput
        {...field("name", { required: "Enter the agency’s name." })}
        label="Agency name"
        autoComplete="organization"
        defaultValue={values?.name ?? ""}
      />
      <Select {...field("kind", { required: "Choose the kind of agency." })} label="Kind of agency" defaultValue={values?.kind ?? ""}>
        <option value="">Choose one</option>
        {AGENCY_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {AGENCY_KIND_LABELS[kind]}
          </option>
        ))}
      </Select>
      <Select
        {...field("state", { required: "Choose a state or territory." })}
        label="State or territory"
        defaultValue={values?.state ?? ""}
      >
        <option value="">Choose one</option>
        {Object.entries(STATES).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </>
  );
}
