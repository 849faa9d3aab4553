"use client";

import { InviteForm } from "@/components/account/invite-form";
import { inviteAdminAction } from "./actions";

export function InviteAdminForm({ agencyId }: { agencyId: string }) {
  return <InviteForm<{ email: string }> send={(values) => inviteAdminAction(agencyId, values)} />;
}
