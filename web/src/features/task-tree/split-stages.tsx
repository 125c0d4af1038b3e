// Parts one after another: the stages of a scheme, each with its post, date and standard.
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useId } from "react";
import type { StageScheme } from "@/api/shapes";
import { useWords } from "@/messages";
import { DateField } from "@/parts/date-field";
import { Failed } from "@/parts/failed";
import { Labelled } from "@/parts/labelled";
import { stage_schemes_query } from "./queries";
import type { Draft, Stage } from "./split-draft";
import { usePosts, words_found, type Posts } from "./use-posts";

interface RowProps {
  stage: Stage;
  number: number;
  posts: Posts;
  change: (part: Partial<Stage>) => void;
  remove: () => void;
}

function Row({ stage, number, posts, change, remove }: RowProps) {
  const words = useWords().tree;
  const name = words.stage(number);
  return (
    <li>
      <span className="number">{number}</span>
      <Input
        aria-label={words.stage_text(name)}
        placeholder={words.stage_name}
        value={stage.text}
        maxLength={2000}
        onChange={(event) => change({ text: event.target.value })}
      />
      <Select
        aria-label={words.stage_post(name)}
        value={stage.post === "" ? null : stage.post}
        loading={posts.loading}
        placeholder={words.posts}
        showSearch={{ filterOption: words_found }}
        options={posts.options}
        onChange={(post: string) => change({ post })}
      />
      <DateField
        aria-label={words.stage_due(name)}
        value={stage.due}
        onChange={(due) => change({ due })}
      />
      <Input.TextArea
        aria-label={words.stage_standard(name)}
        placeholder={words.standard}
        autoSize
        maxLength={500}
        value={stage.standard}
        onChange={(event) => change({ standard: event.target.value })}
      />
      <Button type="text" aria-label={words.stage_remove(name)} onClick={remove}>
        {words.remove}
      </Button>
    </li>
  );
}

interface StagesProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

export function Stages({ draft, change }: StagesProps) {
  const words = useWords().tree;
  const id = useId();
  const posts = usePosts();
  const schemes = useQuery(stage_schemes_query());
  if (posts.error) return <Failed error={posts.error} on_retry={posts.again} />;
  if (schemes.error) {
    return <Failed error={schemes.error} on_retry={() => void schemes.refetch()} />;
  }
  const fill = (scheme: StageScheme | undefined) => {
    if (!scheme) return;
    change({
      stages: scheme.stages.map(({ name, standard }) => ({
        text: name, standard, post: "", due: "",
      })),
    });
  };
  const { stages } = draft;
  const put = (at: number, part: Partial<Stage>) =>
    change({ stages: stages.map((one, place) => (place === at ? { ...one, ...part } : one)) });
  const add = () => {
    const post = stages.at(-1)?.post ?? "";
    change({ stages: [...stages, { text: "", standard: "", post, due: "" }] });
  };
  return (
    <>
      <Labelled id={`${id}-scheme`} label={words.scheme}>
        <Select
          id={`${id}-scheme`}
          value={undefined}
          loading={schemes.isPending}
          placeholder={words.scheme_hint}
          options={(schemes.data ?? []).map((one) => ({
            value: one.id, label: words.scheme_of(one.title, one.stages.length), title: one.source,
          }))}
          onChange={(chosen) => fill(schemes.data?.find((one) => one.id === chosen))}
        />
      </Labelled>
      <ol className="split-stages">
        {stages.map((stage, at) => (
          <Row
            // Stages have no other name than their place.
            key={`${stages.length}-${at}`}
            stage={stage}
            number={at + 1}
            posts={posts}
            change={(part) => put(at, part)}
            remove={() => change({ stages: stages.filter((_, place) => place !== at) })}
          />
        ))}
      </ol>
      <div><Button onClick={add}>{words.stage_add}</Button></div>
    </>
  );
}
