import Link from "next/link";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { countInWords } from "@/lib/domain/toolkit/toolkit";

const LINKS = [
  ["/guide", "Read the guide"],
  ["/guide/glossary", "Glossary"],
  ["/about", "About this workbook"],
  ["/help", "Help"],
  ["/contact", "Contact"],
  ["/privacy", "Privacy"],
  ["/terms", "Terms"],
] as const;

/** What the app is, whose words it carries, and where the guide stands. */
export function SiteFooter() {
  return (
    <footer role="contentinfo" className="mt-auto border-t border-line bg-sunken">
      <div className="container-page grid gap-6 py-8 text-[0.9375rem] md:grid-cols-[2fr_1fr]">
        <div className="measure grid gap-2 text-muted">
          <p className="font-semibold text-ink">PS-COPE Workbook</p>
          <p>
            A workbook for public safety agencies and their partners to fill in the {countInWords(MAIN_TOOLKIT)} tools of the Public
            Safety-led Community-oriented Overdose Prevention Efforts (PS-COPE) toolkit together.
          </p>
          <p>
            The toolkit and the words of its tools are the work of the National Council for Mental Wellbeing. The
            readiness scores and bands are this workbook’s own.
          </p>
        </div>
        <nav aria-label="Footer">
          <ul className="grid grid-cols-2 gap-x-6 gap-y-1">
            {LINKS.map(([href, label]) => (
              <li key={href}>
                <Link href={href} prefetch={false} className="inline-flex min-h-7 items-center">
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
