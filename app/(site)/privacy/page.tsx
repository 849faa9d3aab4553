import type { Metadata } from "next";
import { WordsPage } from "@/components/site/words-page";
import { getSiteWords } from "@/lib/site/operator-words";

export const metadata: Metadata = { title: "Privacy" };

export default async function PrivacyPage() {
  const { passages } = await getSiteWords("privacy");
  return <WordsPage title="Privacy" passages={passages} />;
}
