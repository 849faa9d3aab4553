"use client";

import { useState } from "react";

/** Answer of `/guide/elements/[id]/help`. */
export interface ElementHelp {
  readonly tips: { readonly lead: string; readonly items: readonly string[] };
  readonly resources: readonly {
    readonly id: string;
    readonly title: string;
    readonly organization: string | null;
    readonly url: string | null;
  }[];
}

type State = { step: "closed" | "loading" | "failed" } | { step: "shown"; help: ElementHelp };

/** Tips and resources of an element, fetched when the fold is opened. Until then, and without JavaScript, a link to them. */
export function ElementHelpFold({ elementId }: { elementId: string }) {
  const [state, setState] = useState<State>({ step: "closed" });

  async function load() {
    if (state.step === "loading" || state.step === "shown") return;
    setState({ step: "loading" });
    try {
      const response = await fetch(`/guide/elements/${elementId}/help`);
      if (!response.ok) throw new Error(`The tips answered ${response.status}`);
      setState({ step: "shown", help: (await response.json()) as ElementHelp });
    } catch {
      setState({ step: "failed" });
    }
  }

  return (
    <details className="fold no-print" onToggle={(event) => event.currentTarget.open && void load()}>
      <summary>{`Tips and resources for ${elementId}`}</summary>
      <div className="mt-3">
        <p role="status" className={state.step === "shown" ? undefined : "text-muted"}>
          {state.step === "loading" && "Fetching tips and resources."}
          {state.step === "failed" && "We could not fetch them. Check your connection, then close and open this again."}
        </p>
        {state.step === "shown" ? <HelpText {...state.help} /> : null}
        <p className="mt-3">
          <a href={`/guide/elements/${elementId}`}>{`All about ${elementId} in the guide`}</a>
        </p>
      </div>
    </details>
  );
}

function HelpText({ tips, resources }: ElementHelp) {
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <div>
        <h4>Practice tips</h4>
        <p className="mt-2">{tips.lead}</p>
        <ul className="bullets mt-2">
          {tips.items.map((tip) => (
            <li key={tip}>{tip}</li>
          ))}
        </ul>
      </div>
      <div>
        <h4>Resources</h4>
        <ul className="bullets mt-2">
          {resources.map(({ id, title, organization, url }) => (
            <li key={id}>
              {url ? <a href={url}>{title}</a> : title}
              {organization ? <span className="text-muted"> ({organization})</span> : null}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
