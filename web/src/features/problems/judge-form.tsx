// What the office finds of a raised problem: it is so, or one of three ends.
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Input, Segmented, Select } from "antd";
import { useId } from "react";
import { problems_query } from "@/api/queries";
import type { JudgeProblem, ProblemState } from "@/api/shapes";
import { useWords } from "@/messages";
import { useDraft } from "@/parts/draft";
import { Failed } from "@/parts/failed";
import { Labelled } from "@/parts/labelled";
import { LoadMore } from "@/parts/load-more";
import type { StepProps } from "./problem-forms";

type Judging = Required<JudgeProblem>;
const blank: Judging = {
  finding: "confirmed", nature: "", difficulty: "", cause: "", unit: "", reason: "", into: "",
};
const findings = ["confirmed", "unfounded", "not_ours", "duplicate"] as const;
const still_open: ProblemState[] = ["raised", "listed", "planned", "reported", "accepted"];

interface OfProps {
  label: string;
  value: string;
  words: readonly string[];
  on_change: (word: string) => void;
}

/** One of the words of the package. */
export function WordField({ label, value, words, on_change }: OfProps) {
  const id = useId();
  return (
    <Labelled id={id} label={label}>
      <Select
        id={id}
        value={value || null}
        options={words.map((word) => ({ value: word, label: word }))}
        onChange={(word: string) => on_change(word)}
      />
    </Labelled>
  );
}

interface IntoProps {
  own: string;
  value: string;
  on_change: (id: string) => void;
}

/** Problems that are still open: the duplicate goes on in one of them. */
function Into({ own, value, on_change }: IntoProps) {
  const { problems } = useWords();
  const id = useId();
  const query = useInfiniteQuery(problems_query({ state: still_open }));
  if (query.error) return <Failed error={query.error} on_retry={() => void query.refetch()} />;
  const rows = (query.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <>
      <Labelled id={id} label={problems.into}>
        <Select
          id={id}
          value={value || null}
          loading={query.isPending}
          showSearch={{ optionFilterProp: "label" }}
          notFoundContent={query.isPending ? null : problems.into_none}
          options={rows
            .filter((row) => row.id !== own)
            .map((row) => ({
              value: row.id, label: `${row.text} · ${problems.states[row.state]}`,
            }))}
          onChange={(chosen: string) => on_change(chosen)}
        />
      </Labelled>
      <LoadMore query={query}>{problems.more}</LoadMore>
    </>
  );
}

function body_of(value: Judging): JudgeProblem {
  const { finding, nature, difficulty, cause, unit, into } = value;
  const reason = value.reason.trim();
  switch (finding) {
    case "confirmed":
      return { finding, nature, difficulty, cause: cause.trim(), reason };
    case "not_ours":
      return { finding, unit: unit.trim(), reason };
    case "duplicate":
      return { finding, into, reason };
    default:
      return { finding, reason };
  }
}

/** What each finding needs besides its reason. */
function Besides({ one, value, change }: Pick<StepProps, "one"> & {
  value: Judging;
  change: (part: Partial<Judging>) => void;
}) {
  const { problems } = useWords();
  const id = useId();
  const { finding } = value;
  const line = (name: "cause" | "unit") => (
    <Labelled id={`${id}-${name}`} label={name === "cause" ? problems.cause : problems.unit}>
      <Input
        id={`${id}-${name}`}
        value={value[name]}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Labelled>
  );
  if (finding === "duplicate") {
    return <Into own={one.row.id} value={value.into} on_change={(into) => change({ into })} />;
  }
  if (finding === "not_ours") return line("unit");
  if (finding === "unfounded") return null;
  return (
    <>
      <WordField
        label={problems.nature}
        value={value.nature}
        words={one.words.natures}
        on_change={(nature) => change({ nature })}
      />
      <WordField
        label={problems.difficulty}
        value={value.difficulty}
        words={one.words.difficulties}
        on_change={(difficulty) => change({ difficulty })}
      />
      {line("cause")}
    </>
  );
}

export function JudgeForm({ one, stepping, draft_key }: StepProps) {
  const { problems } = useWords();
  const id = useId();
  const { value, change, clear } = useDraft(draft_key, blank);
  return (
    <form
      className="step-form"
      onSubmit={(event) => {
        event.preventDefault();
        stepping.mutate({ step: "judge", body: body_of(value) }, { onSuccess: clear });
      }}
    >
      <Segmented<Judging["finding"]>
        aria-label={problems.step.judge}
        value={value.finding}
        options={findings.map((each) => ({ value: each, label: problems.findings[each] }))}
        onChange={(finding) => change({ finding })}
      />
      <p className="muted">{problems.finding_means[value.finding]}</p>
      <Besides one={one} value={value} change={change} />
      <Labelled id={`${id}-reason`} label={problems.reason}>
        <Input.TextArea
          id={`${id}-reason`}
          rows={2}
          value={value.reason}
          onChange={(event) => change({ reason: event.target.value })}
        />
      </Labelled>
      <div>
        <Button type="primary" htmlType="submit" loading={stepping.isPending}>
          {problems.step.judge}
        </Button>
      </div>
    </form>
  );
}
