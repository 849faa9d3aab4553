import type { Metadata } from "next";
import { WordsPage } from "@/components/site/words-page";
import { getSiteWords } from "@/lib/site/operator-words";

export const metadata: Metadata = { title: "Contact" };

export default async function ContactPage() {
  const { passages } = await getSiteWords("contact");
  return <WordsPage title="Contact" passages={passages} />;
}
