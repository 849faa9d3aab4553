import type { ElementHelp } from "@/components/readiness/open-element-help";
import { elements } from "@/content/ps-cope/guide/elements";
import { resourcesForElement } from "@/content/ps-cope/resources/by-element";

/** Tips and resources of one element, for pages that show them when asked. The same for everyone, like the guide. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const element = elements.find((one) => one.id === id);
  if (!element) return Response.json({ message: "There is no such element." }, { status: 404 });
  const help: ElementHelp = {
    tips: element.tips,
    resources: resourcesForElement(element.id).map(({ id, title, organization, url }) => ({
      id,
      title,
      organization: organization ?? null,
      url: url ?? null,
    })),
  };
  return Response.json(help);
}
