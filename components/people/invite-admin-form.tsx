"use client";

import { inviteAdminAction } from "@/app/agencies/[agencyId]/actions";
import { InviteForm } from "./invite-form";

export function InviteAdminForm({ agencyId }: { agencyId: string }) {
  return <InviteForm<{ email: string }> send={(values, key) => inviteAdminAction(agencyId, { ...values, key })} />;
}
