import { markTeamSeenAction } from "@/app/teams/[teamId]/actions";
import { ActButton } from "@/components/forms/act-button";
import { getTool } from "@/content/toolkits";
import { itemName, itemsById, toolName } from "@/lib/domain/tool/items";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { countNews, describeEvent, describeNews, type ItemNews, type ToolNews } from "@/lib/since/since";
import { shorten } from "@/lib/domain/text/shorten";

interface NewsListProps {
  teamId: string;
  /** The newest tool first. */
  news: readonly ToolNews[];
  /** As of when. */
  at: string;
}

/** So many tools are listed; the others are folded together. */
const TOOLS_SHOWN = 2;
/** Of a tool as many entries are named; the others are marked in the tool itself. */
const NAMED = 3;

/** What others changed since the reader was last here, by tool; all but the newest folded. */
export function NewsList({ teamId, news, at }: NewsListProps) {
  const more = news.slice(TOOLS_SHOWN);
  return (
    <section aria-labelledby="since">
      <div className="home-head">
        <h2 id="since" className="home-title">
          New since you were last here
        </h2>
        {news.length > 0 ? (
          <ActButton act={markTeamSeenAction.bind(null, teamId, { at })} label="Mark all as seen" variant="quiet" />
        ) : null}
      </div>
      {news.length === 0 ? <p className="text-[0.9375rem] text-muted">Nothing new from others.</p> : null}
      {news.slice(0, TOOLS_SHOWN).map((tool, index) => (
        <ToolFold key={toolKey(tool.toolRef)} teamId={teamId} news={tool} isOpen={index === 0} />
      ))}
      {more.length > 0 ? (
        <details className="fold news-fold">
          <summary>{more.length === 1 ? "1 more tool" : `${more.length} more tools`}</summary>
          {more.map((tool) => (
            <ToolFold key={toolKey(tool.toolRef)} teamId={teamId} news={tool} isOpen={false} />
          ))}
        </details>
      ) : null}
    </section>
  );
}

function ToolFold({ teamId, news, isOpen }: { teamId: string; news: ToolNews; isOpen: boolean }) {
  const tool = getTool(news.toolRef);
  const items = itemsById(tool);
  const href = `/teams/${teamId}/tools/${tool.slug}`;
  const named = news.items.slice(0, Math.max(1, NAMED - news.events.length));
  const more = news.items.length - named.length;
  return (
    <details className="fold news-fold" open={isOpen}>
      <summary>
        <span className="min-w-0">{toolName(tool)}</span>
        <span className="news-count">{countNews(news)} new</span>
      </summary>
      <ul className="news-entries">
        {news.events.map((kind) => (
          <li key={kind}>{describeEvent(kind)}</li>
        ))}
        {named.map((entry) => {
          const item = items.get(entry.itemId);
          // Of an earlier version of the tool.
          if (!item) return null;
          return (
            <li key={entry.itemId}>
              {describeNews(entry)}: <a href={`${href}${panelOf(entry)}#${entry.itemId}`}>{shorten(itemName(item), 70)}</a>
            </li>
          );
        })}
        {more > 0 ? (
          <li>
            <a href={href}>
              {more} more in {tool.label}
            </a>
          </li>
        ) : null}
      </ul>
    </details>
  );
}

/** Comments lie in the item's panel. */
function panelOf({ itemId, answer, comments }: ItemNews): string {
  return answer === null && comments > 0 ? `?panel=${encodeURIComponent(itemId)}` : "";
}
