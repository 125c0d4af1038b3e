// The records under one figure.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { figure_query, figures_query } from "@/api/queries";
import { useWords } from "@/messages";
import { LoadMore } from "@/parts/load-more";
import { Loaded } from "@/parts/loaded";
import { PageHead } from "@/parts/page-head";
import { Panel } from "@/parts/panel";
import "./problems.css";

export default function FigurePage() {
  const { id = "", name = "" } = useParams();
  const { problems } = useWords();
  const query = useInfiniteQuery(figure_query(id, name));
  const sentence = useQuery(figures_query()).data?.find((one) => one.id === id);
  const figure = sentence?.figures.find((one) => one.name === name);
  return (
    <div className="problems">
      <PageHead
        title={figure?.label ?? problems.figure}
        intro={sentence?.title}
        actions={<Link to="/problems">{problems.back}</Link>}
      />
      <Loaded query={query}>
        {({ pages }) => {
          const [first] = pages;
          return (
            <Panel
              title={problems.figure_rows(
                first?.rows ?? 0, first?.amount ?? 0, figure?.unit ?? "",
              )}
            >
              <ol className="figure-rows">
                {pages
                  .flatMap((page) => page.items)
                  .map((row) => (
                    <li key={row.id}>
                      <span>{row.title}</span>
                      <span className="muted">{row.detail}</span>
                      <span className="number">{row.amount.toLocaleString()}</span>
                    </li>
                  ))}
              </ol>
              <LoadMore query={query}>{problems.more}</LoadMore>
            </Panel>
          );
        }}
      </Loaded>
    </div>
  );
}
