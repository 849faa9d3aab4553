import type { Metadata } from "next";
import { WordsPage } from "@/components/site/words-page";
import { getSiteWords } from "@/lib/site/operator-words";

export const metadata: Metadata = { title: "Help" };

export default async function HelpPage() {
  const { passages } = await getSiteWords("help");
  return <WordsPage title="Help" passages={passages} />;
}
