import { headers } from "next/headers";
import Link from "next/link";
import { HeroPanel } from "@/components/shell/hero-panel";
import { LinkButton } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { hasSampleAccount } from "@/lib/accounts/accounts";
import { countInWords } from "@/lib/domain/toolkit/toolkit";
import { findSession } from "@/lib/platform/auth/session";
import { env } from "@/lib/platform/env";

const STEPS: readonly { icon: IconName; title: string; text: string }[] = [
  {
    icon: "people",
    title: "Bring your team together",
    text: "Sign up your agency, name your Core Implementation Team and invite people by email. Community partners can join for the tools you choose.",
  },
  {
    icon: "book",
    title: `Fill in the ${countInWords(MAIN_TOOLKIT)} tools`,
    text: "Work on the same worksheets, each from your own desk or phone. Answers save as you type, and the toolkit’s tips stand beside the questions.",
  },
  {
    icon: "chart",
    title: "See where you stand",
    text: "Ratings and checklists turn into readiness by area and a list of gaps. Each gap leads back to the tool, the tips and the resources for it.",
  },
  {
    icon: "download",
    title: "Keep it as one PDF",
    text: "Download the whole toolkit with your answers in place. It prints well and works with screen readers.",
  },
];

const AUDIENCE = [
  "Leaders and administrators of police, fire, EMS, corrections, probation and other public safety agencies",
  "The core team they bring together, with at least one person who can make decisions",
  "Community partners, including people who use drugs and people with lived experience of recovery",
];

export default async function LandingPage() {
  const user = await findSession();
  const hasSample = !user && (await hasSampleAccount(await headers()));
  return (
    <>
      <section className="bg-band text-on-band">
        <div className="container-page grid items-center gap-10 py-14 sm:py-20 lg:grid-cols-[1.15fr_1fr] lg:gap-16">
          <div>
            <h1 className="text-[clamp(2.125rem,1.4rem+3.2vw,3.375rem)]">
              Prevent overdose together, one tool at a time
            </h1>
            <p className="mt-5 max-w-[34rem] text-[1.1875rem] leading-relaxed text-on-band-muted">
              The PS-COPE Workbook is a shared place for public safety agencies and their community partners to fill in
              the {countInWords(MAIN_TOOLKIT)} tools of the PS-COPE toolkit, see their readiness and gaps, and plan what comes next.
            </p>
            <div className="mt-8 flex flex-wrap gap-3">
              {user ? <SignedInButtons /> : <SignedOutButtons canSignUp={env().SIGN_UP === "open"} />}
            </div>
            {hasSample ? (
              <p className="mt-5 max-w-[34rem] text-on-band-muted">
                Just looking?{" "}
                <Link href="/sign-in" className="font-semibold text-on-band">
                  Open the sample agency
                </Link>{" "}
                on the sign-in page to see a worked example.
              </p>
            ) : null}
          </div>
          <HeroPanel />
        </div>
      </section>

      <section aria-labelledby="how" className="container-page py-14 sm:py-20">
        <h2 id="how">How it works</h2>
        <ol className="mt-8 grid gap-x-10 gap-y-9 sm:grid-cols-2">
          {STEPS.map((step, index) => (
            <li key={step.title} className="flex gap-4">
              <span className="grid size-12 flex-none place-items-center rounded-full bg-primary-soft text-link">
                <Icon name={step.icon} className="size-6" />
              </span>
              <div>
                <h3>
                  {index + 1}. {step.title}
                </h3>
                <p className="mt-1.5 text-muted">{step.text}</p>
              </div>
            </li>
          ))}
        </ol>
      </section>

      <section className="border-t border-line bg-surface">
        <div className="container-page grid gap-12 py-14 sm:py-20 lg:grid-cols-2 lg:gap-16">
          <div>
            <h2>Who it is for</h2>
            <ul className="bullets mt-5 grid gap-1.5">
              {AUDIENCE.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
          <div>
            <h2>What PS-COPE is</h2>
            <p className="mt-5">
              Public Safety-led Community-oriented Overdose Prevention Efforts (PS-COPE) bring together trauma-informed
              care, recovery-oriented systems of care and procedural justice. The toolkit, by the National Council for
              Mental Wellbeing, was made with Black, Indigenous and people of color communities in mind.
            </p>
            <p className="mt-4">
              <Link href="/guide" className="inline-flex items-center gap-2 font-semibold">
                Read the guide, no account needed
                <Icon name="arrow-right" />
              </Link>
            </p>
          </div>
        </div>
      </section>
    </>
  );
}

function SignedInButtons() {
  return (
    <>
      <LinkButton href="/agencies" variant="on-band">
        Go to your teams
      </LinkButton>
      <LinkButton href="/guide" variant="outline-on-band">
        Read the guide
      </LinkButton>
    </>
  );
}

function SignedOutButtons({ canSignUp }: { canSignUp: boolean }) {
  return (
    <>
      {canSignUp ? (
        <LinkButton href="/sign-up" variant="on-band">
          Sign up your agency
        </LinkButton>
      ) : null}
      <LinkButton href="/sign-in" variant={canSignUp ? "outline-on-band" : "on-band"}>
        Sign in
      </LinkButton>
    </>
  );
}
