"use client";

import { useState } from "react";
import { RadioGroup } from "@/components/ui/radio-group";
import { formatLook, type Look, LOOK_COOKIE } from "./look";

const ONE_YEAR_SECONDS = 31_536_000;

/** Density and size of pages on this device. Takes effect at once. */
export function LookForm({ look: initial }: { look: Look }) {
  const [look, setLook] = useState(initial);

  function choose(next: Look) {
    setLook(next);
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `${LOOK_COOKIE}=${formatLook(next)}; Path=/; Max-Age=${ONE_YEAR_SECONDS}; SameSite=Lax${secure}`;
    document.documentElement.dataset.density = next.density;
    document.documentElement.dataset.scale = next.scale;
  }

  return (
    <div className="grid gap-5">
      <RadioGroup
        name="density"
        label="How much is on a screen"
        defaultValue={look.density}
        onChange={({ target }) => choose({ ...look, density: target.value === "compact" ? "compact" : "roomy" })}
        options={[
          { value: "roomy", label: "Roomy" },
          { value: "compact", label: "Compact", hint: "Smaller gaps. Everything pressed often keeps its size on a phone." },
        ]}
      />
      <RadioGroup
        name="scale"
        label="Size"
        defaultValue={look.scale}
        onChange={({ target }) => choose({ ...look, scale: target.value === "projector" ? "projector" : "desk" })}
        options={[
          { value: "desk", label: "For a desk or a phone" },
          { value: "projector", label: "For a projector", hint: "Larger letters, for a whole room." },
        ]}
      />
    </div>
  );
}
