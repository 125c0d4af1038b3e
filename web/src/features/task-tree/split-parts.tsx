// Parts for named posts, each with its figure, date and words.
import { Input, Select } from "antd";
import { useId } from "react";
import { DateField } from "@/parts/date-field";
import { Failed } from "@/parts/failed";
import { useWords } from "@/messages";
import { Labelled } from "@/parts/labelled";
import type { Draft, Part } from "./split-draft";
import { usePosts, words_found } from "./use-posts";

interface PartsProps {
  draft: Draft;
  target: { amount: string; unit: string } | null;
  change: (part: Partial<Draft>) => void;
}

export function Parts({ draft, target, change }: PartsProps) {
  const words = useWords().tree;
  const id = useId();
  const posts = usePosts();
  if (posts.error) return <Failed error={posts.error} on_retry={posts.again} />;
  const choose = (chosen: string[]) =>
    change({
      parts: chosen.map(
        (post) =>
          draft.parts.find((one) => one.post === post) ?? { post, amount: "", text: "", due: "" },
      ),
    });
  const edit = (post: string, part: Partial<Part>) =>
    change({ parts: draft.parts.map((one) => (one.post === post ? { ...one, ...part } : one)) });
  return (
    <>
      <Labelled id={`${id}-posts`} label={words.posts}>
        <Select
          id={`${id}-posts`}
          mode="multiple"
          value={draft.parts.map((one) => one.post)}
          loading={posts.loading}
          placeholder={words.posts_hint}
          showSearch={{ filterOption: words_found }}
          options={posts.options}
          onChange={choose}
        />
      </Labelled>
      <ul className="split-parts">
        {draft.parts.map((part) => {
          const name = posts.name_of(part.post);
          return (
            <li key={part.post}>
              <span>{name}</span>
              <Input
                aria-label={words.part_amount(name)}
                placeholder={target?.unit || words.target}
                inputMode="decimal"
                value={part.amount}
                onChange={(event) => edit(part.post, { amount: event.target.value.trim() })}
              />
              <DateField
                aria-label={words.part_due(name)}
                value={part.due}
                onChange={(due) => edit(part.post, { due })}
              />
              <Input
                aria-label={words.part_text(name)}
                placeholder={words.part_text_hint}
                value={part.text}
                maxLength={2000}
                onChange={(event) => edit(part.post, { text: event.target.value })}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}
