import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FormPage } from "@/components/forms/form-page";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { readCode, TYPED_CODE_MAX } from "@/lib/people/join-code";

export const metadata: Metadata = { title: "I have a code" };

interface JoinPageProps {
  searchParams: Promise<{ code?: string | string[] }>;
}

/** Where a code that was handed over is typed; works without script. What it opens, the invitation's page says. */
export default async function JoinPage({ searchParams }: JoinPageProps) {
  const { code: typed } = await searchParams;
  const code = typeof typed === "string" ? readCode(typed) : null;
  if (code !== null) redirect(`/invitation/${code}`);
  return (
    <FormPage
      title="I have a code"
      lead={<p>A team lead gave you a code, to join without an email address or to get back in. Type it here. Small letters, blanks and hyphens don’t matter.</p>}
    >
      <form method="get" action="/join" className="grid grid-cols-1 gap-5">
        <TextInput
          name="code"
          label="Your code"
          error={typed === undefined ? undefined : "This is not a whole code. It has 20 letters and digits, in groups of four."}
          defaultValue={typeof typed === "string" ? typed.slice(0, TYPED_CODE_MAX) : ""}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <div>
          <Button type="submit">Go on</Button>
        </div>
      </form>
    </FormPage>
  );
}
