import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/ui/page-header";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { RULES_VERSION } from "@/lib/domain/readiness/rules";
import { countInWords } from "@/lib/domain/toolkit/toolkit";

export const metadata: Metadata = { title: "About this workbook" };

/** What the workbook is, whose words it carries, and what its numbers are. */
export default function AboutPage() {
  return (
    <div className="container-page py-10">
      <PageHeader title="About this workbook" />
      <div className="prose-block measure">
        <h2>What it is</h2>
        <p>
          A shared place where a public safety agency and its community partners fill in the {countInWords(MAIN_TOOLKIT)} tools of the Public
          Safety-led Community-oriented Overdose Prevention Efforts (PS-COPE) toolkit together, see where they stand, and keep the
          result as a file. It is for everyone at that table, people who use drugs and people with lived experience included.
        </p>
        <h2>Whose words</h2>
        <p>
          The toolkit and the words of its tools are the work of the National Council for Mental Wellbeing. The tools carry them as
          they are printed. What this workbook adds is marked as its own.
        </p>
        <h2>What its numbers are</h2>
        <p>
          Readiness comes from a team’s own ratings and checklists, by rules that everyone on a team can read (version {RULES_VERSION}). It
          compares nobody with anybody, and no agency sees another’s.
        </p>
        <h2>What it keeps, and who sees it</h2>
        <p>
          The page on <Link href="/privacy">privacy</Link> says it, and each person’s account page in detail.
        </p>
        <p>
          <Link href="/guide">Read the guide</Link>, which needs no account, or go to the <Link href="/">front page</Link>.
        </p>
      </div>
    </div>
  );
}
