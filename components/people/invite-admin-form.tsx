"use client";

import { InviteForm } from "./invite-form";
import { inviteAdminAction } from "@/app/agencies/[agencyId]/actions";

export function InviteAdminForm({ agencyId }: { agencyId: string }) {
  return <InviteForm<{ email: string }> send={(values, key) => inviteAdminAction(agencyId, { ...values, key })} />;
}
