// How a problem is corrected: at once, in stages, or for good.
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Segmented, Select } from "antd";
import { useId } from "react";
import { posts_query } from "@/api/queries";
import type { Branch, NewStage, PlanProblem } from "@/api/shapes";
import { useWords } from "@/messages";
import { DateField } from "@/parts/date-field";
import { useDraft } from "@/parts/draft";
import { Failed } from "@/parts/failed";
import { Labelled } from "@/parts/labelled";
import type { ProblemStepping } from "./use-problem-step";

type Plan = Required<PlanProblem>;
const blank: Plan = {
  branch: "immediate", post: "", measure: "", cause: "", supervision: "", target: "", due: "",
  stages: [],
};
const branches: readonly Branch[] = ["immediate", "staged", "long_term"];

interface StagesProps {
  stages: NewStage[];
  on_change: (stages: NewStage[]) => void;
}

function Stages({ stages, on_change }: StagesProps) {
  const { problems } = useWords();
  const edit = (at: number, part: Partial<NewStage>) =>
    on_change(stages.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="stages">
      <legend>{problems.stages}</legend>
      {stages.map((stage, at) => (
        <div key={`${at}`} className="stage">
          <Input
            aria-label={`${problems.stage_text} ${at + 1}`}
            placeholder={problems.stage_text}
            value={stage.text}
            onChange={(event) => edit(at, { text: event.target.value })}
          />
          <DateField
            aria-label={`${problems.stage_due} ${at + 1}`}
            value={stage.due}
            onChange={(due) => edit(at, { due })}
          />
          <Input
            aria-label={`${problems.sign} ${at + 1}`}
            placeholder={problems.sign}
            value={stage.sign}
            onChange={(event) => edit(at, { sign: event.target.value })}
          />
        </div>
      ))}
      <Button onClick={() => on_change([...stages, { text: "", due: "", sign: "" }])}>
        {problems.add_stage}
      </Button>
    </fieldset>
  );
}

function Posts({ id, value, change }: { id: string; value: string; change: (id: string) => void }) {
  const { task } = useWords();
  const posts = useQuery(posts_query());
  if (posts.error) return <Failed error={posts.error} on_retry={() => void posts.refetch()} />;
  return (
    <Select
      id={id}
      value={value || null}
      loading={posts.isPending}
      placeholder={task.post_hint}
      showSearch={{ optionFilterProp: "label" }}
      options={(posts.data ?? []).map((post) => ({
        value: post.id, label: `${post.division_name} ${post.unit_name} ${post.title}`,
      }))}
      onChange={(post: string) => change(post)}
    />
  );
}

interface PlanFormProps {
  stepping: ProblemStepping;
  draft_key: string;
}

export function PlanForm({ stepping, draft_key }: PlanFormProps) {
  const { problems } = useWords();
  const id = useId();
  const { value: plan, change, clear } = useDraft<Plan>(draft_key, blank);
  const line = (name: "measure" | "cause" | "supervision" | "target") => (
    <Labelled id={`${id}-${name}`} label={problems[name]}>
      <Input.TextArea
        id={`${id}-${name}`}
        rows={2}
        value={plan[name]}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Labelled>
  );
  const staged = plan.branch === "staged";
  const for_good = plan.branch === "long_term";
  return (
    <form
      className="step-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { target, ...rest } = plan;
        const body = {
          ...rest, ...(for_good ? { target } : {}), stages: staged ? plan.stages : [],
        };
        stepping.mutate({ step: "plan", body }, { onSuccess: clear });
      }}
    >
      <Segmented<Branch>
        value={plan.branch}
        options={branches.map((value) => ({ value, label: problems.branch[value] }))}
        onChange={(branch) => change({ branch })}
      />
      <Labelled id={`${id}-post`} label={problems.owner}>
        <Posts id={`${id}-post`} value={plan.post} change={(post) => change({ post })} />
      </Labelled>
      {line("measure")}
      {for_good ? line("target") : null}
      <Labelled id={`${id}-due`} label={for_good ? problems.review_due : problems.due}>
        <DateField
          id={`${id}-due`}
          value={plan.due}
          onChange={(due) => change({ due })}
        />
      </Labelled>
      {staged ? line("cause") : null}
      {staged ? line("supervision") : null}
      {staged ? (
        <Stages stages={plan.stages} on_change={(stages) => change({ stages })} />
      ) : null}
      <div>
        <Button type="primary" htmlType="submit" loading={stepping.isPending}>
          {problems.step.plan}
        </Button>
      </div>
    </form>
  );
}
