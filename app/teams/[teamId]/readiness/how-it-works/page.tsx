import type { Metadata } from "next";
import { IntroductionSection } from "@/components/guide/introduction-section";
import { PageHeader } from "@/components/ui/page-header";
import { ruleExplanations, RULES_VERSION } from "@/lib/domain/readiness/rules";
import { requireTeam } from "@/lib/platform/auth/require";

export const metadata: Metadata = { title: "How readiness is worked out" };

interface RulesPageProps {
  params: Promise<{ teamId: string }>;
}

export default async function RulesPage({ params }: RulesPageProps) {
  const { teamId } = await params;
  const context = await requireTeam(teamId, "report:view");
  const teamHref = `/teams/${context.teamId}`;
  return (
    <div className="container-page pt-8 pb-16">
      <PageHeader
        title="How readiness is worked out"
        eyebrow={`Rules, version ${RULES_VERSION}`}
        crumbs={[
          { label: "Readiness and gaps", href: `${teamHref}/readiness` },
          { label: "How it is worked out" },
        ]}
      />
      <div className="grid gap-9">
        {ruleExplanations.map((section) => (
          <IntroductionSection key={section.id} section={section} />
        ))}
      </div>
    </div>
  );
}
