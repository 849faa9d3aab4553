import type { ElementHelp } from "@/components/readiness/open-element-help";
import { MAIN_TOOLKIT } from "@/content/toolkits";

/** Tips and resources of one element, for pages that show them when asked. The same for everyone, like the guide. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const element = MAIN_TOOLKIT.elements.find((one) => one.id === id);
  if (!element) return Response.json({ message: "There is no such element." }, { status: 404 });
  const help: ElementHelp = {
    tips: element.tips,
    resources: (MAIN_TOOLKIT.resourcesByElement.get(element.id) ?? []).map(({ id, title, organization, url }) => ({
      id,
      title,
      organization: organization ?? null,
      url: url ?? null,
    })),
  };
  return Response.json(help);
}
