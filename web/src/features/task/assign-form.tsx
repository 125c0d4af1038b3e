// Handing a task to a post.
import { useQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import { useId, useState, type SyntheticEvent } from "react";
import { posts_query } from "@/api/queries";
import type { AskedItem, Post } from "@/api/shapes";
import { useWords } from "@/messages";
import { DateField } from "@/parts/date-field";
import { Asks } from "@/parts/asks";
import { useDraft } from "@/parts/draft";
import { Failed } from "@/parts/failed";
import { to_first_wrong } from "@/parts/first-wrong";
import { Field } from "./field";
import type { FormProps } from "./next-step";
import { Send } from "./send";

function PostLine({ post }: { post: Post }) {
  const { task } = useWords();
  return (
    <span className="post">
      <span>
        {post.unit_name} · {post.title}
      </span>
      <span className="post-more">
        {post.division_name} · {post.holder || task.vacant}
      </span>
    </span>
  );
}

interface Typed {
  post: string;
  due: string;
  note: string;
  asks: AskedItem[];
}

interface PostSelectProps {
  id: string;
  value: string;
  wrong: boolean;
  on_change: (post: string) => void;
}

export function PostSelect({ id, value, wrong, on_change }: PostSelectProps) {
  const { task } = useWords();
  const posts = useQuery(posts_query());
  if (posts.error) return <Failed error={posts.error} on_retry={() => void posts.refetch()} />;
  return (
    <Select
      id={id}
      value={value || null}
      loading={posts.isPending}
      placeholder={task.post_hint}
      status={wrong ? "error" : ""}
      aria-invalid={wrong}
      aria-describedby={`${id}-wrong`}
      notFoundContent={task.post_none}
      showSearch={{
        filterOption: (typed, option) =>
          typed.split(/\s+/).every((word) => String(option?.words ?? "").includes(word)),
      }}
      options={(posts.data ?? []).map((post) => ({
        value: post.id,
        label: <PostLine post={post} />,
        words: `${post.division_name} ${post.unit_name} ${post.title} ${post.holder}`,
      }))}
      onChange={(post: string) => on_change(post)}
    />
  );
}

export function AssignForm({ task, stepping, draft_key }: FormProps) {
  const words = useWords().task;
  const id = useId();
  const draft = useDraft<Typed>(draft_key, {
    post: "", due: task.row.due ?? "", note: "", asks: [],
  });
  const [tried, set_tried] = useState(false);
  const { post, due, note, asks } = draft.value;
  const wrong = tried && post === "" ? words.post_missing : undefined;
  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    set_tried(true);
    if (post === "") {
      to_first_wrong(event.currentTarget);
      return;
    }
    const body = {
      post, ...(due ? { due } : {}), ...(note.trim() ? { note: note.trim() } : {}),
      ...(asks.length > 0 ? { asks } : {}),
    };
    stepping.mutate({ step: "assign", body }, { onSuccess: draft.clear });
  };
  return (
    <form onSubmit={send} className="step-form" noValidate>
      <Field id={`${id}-post`} label={words.post} wrong={wrong}>
        <PostSelect
          id={`${id}-post`}
          value={post}
          wrong={wrong !== undefined}
          on_change={(value) => draft.change({ post: value })}
        />
      </Field>
      <Field id={`${id}-due`} label={words.due_label}>
        <DateField
          id={`${id}-due`}
          value={due}
          onChange={(day) => draft.change({ due: day })}
        />
      </Field>
      <Field id={`${id}-note`} label={words.note_optional}>
        <Input.TextArea
          id={`${id}-note`}
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => draft.change({ note: event.target.value })}
        />
      </Field>
      <Asks asks={asks} on_change={(items) => draft.change({ asks: items })} />
      <Send stepping={stepping} name={task.row.owner ? words.reassign : words.step.assign} />
    </form>
  );
}
