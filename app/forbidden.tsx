import type { Metadata } from "next";
import { NoPermission } from "@/components/shell/no-permission";

export const metadata: Metadata = { title: "You can’t open this page" };

export default function Forbidden() {
  return <NoPermission />;
}
