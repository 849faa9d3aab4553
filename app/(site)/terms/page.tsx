import type { Metadata } from "next";
import { WordsPage } from "@/components/site/words-page";
import { getSiteWords } from "@/lib/site/operator-words";

export const metadata: Metadata = { title: "Terms" };

export default async function TermsPage() {
  const { passages } = await getSiteWords("terms");
  return <WordsPage title="Terms" passages={passages} />;
}
