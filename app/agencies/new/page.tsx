import type { Metadata } from "next";
import { NewAgencyForm } from "@/components/agencies/new-agency-form";
import { FormPage, NeedsScript } from "@/components/forms/form-page";
import { requireUser } from "@/lib/platform/auth/require";

export const metadata: Metadata = { title: "Add an agency" };

export default async function NewAgencyPage() {
  const user = await requireUser();
  return (
    <FormPage
      title="Add an agency"
      lead={<p>You become its first admin. You can change all of this later, add more teams and invite people.</p>}
    >
      <NeedsScript />
      <NewAgencyForm userName={user.name} />
    </FormPage>
  );
}
