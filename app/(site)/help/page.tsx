import type { Metadata } from "next";
import Link from "next/link";
import { WordsPage } from "@/components/site/words-page";
import { ToolKeyList } from "@/components/tool/tool-keys";
import { getSiteWords } from "@/lib/site/operator-words";

export const metadata: Metadata = { title: "Help" };

export default async function HelpPage() {
  const { passages } = await getSiteWords("help");
  return (
    <WordsPage title="Help" passages={passages}>
      <h2>Keys in a tool</h2>
      <ToolKeyList />
      <p>On a Mac, Alt is the Option key.</p>
      <h2>Words and chapters</h2>
      <ul className="bullets">
        <li>
          <Link href="/guide/glossary">Glossary: hard words and short forms, in plain words</Link>
        </li>
        <li>
          <Link href="/guide">Guide: the approach, and what each tool is for</Link>
        </li>
      </ul>
    </WordsPage>
  );
}
