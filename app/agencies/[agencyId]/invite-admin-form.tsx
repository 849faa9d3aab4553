"use client";

import { InviteForm } from "@/components/account/invite-form";
import { inviteAdminAction } from "./actions";

export function InviteAdminForm({ agencyId }: { agencyId: string }) {
  return <InviteForm<{ email: string }> send={(values, key) => inviteAdminAction(agencyId, { ...values, key })} />;
}
