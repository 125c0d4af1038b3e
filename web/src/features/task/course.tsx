// What happened with a task, who did it when, and the files that were handed in.
import { PaperClipOutlined } from "@ant-design/icons";
import { Button, Timeline } from "antd";
import { download } from "@/api/call";
import type { Evidence, Step, Task } from "@/api/shapes";
import { useWords } from "@/messages";
import { size_of } from "@/parts/figures";
import { useSaving } from "@/parts/use-saving";

function EvidenceFile({ task, file }: { task: string; file: Evidence }) {
  const words = useWords();
  const [busy, saving] = useSaving();
  const save = async () => {
    const path = { id: task, digest: file.digest };
    await saving(() => download("getEvidence", file.file_name, { path }));
  };
  return (
    <Button
      size="small"
      icon={<PaperClipOutlined aria-hidden="true" />}
      loading={busy}
      onClick={() => void save()}
    >
      <span className="visually-hidden">{words.task.download}</span> {file.file_name}{" "}
      <span className="course-size">{size_of(file.bytes)}</span>
    </Button>
  );
}

function StepLine({ step, task }: { step: Step; task: string }) {
  const words = useWords().task;
  return (
    <div className="course-step">
      <div className="course-who">
        <b>{step.label}</b>
        <span className="number">{step.on}</span>
        <span>
          {step.post_title} {step.officer}
        </span>
      </div>
      {step.text ? <p>{step.text}</p> : null}
      {step.evidence.length > 0 ? (
        <div className="course-files" role="group" aria-label={words.evidence}>
          {step.evidence.map((file) => (
            <EvidenceFile key={file.digest} task={task} file={file} />
          ))}
        </div>
      ) : null}
    </div>
  );
}

export function Course({ task }: { task: Task }) {
  const words = useWords().task;
  return (
    <section className="course" aria-labelledby="course">
      <h3 id="course">{words.steps}</h3>
      {task.steps.length === 0 ? (
        <p className="course-none">{words.steps_none}</p>
      ) : (
        <Timeline
          items={task.steps.map((step, index) => ({
            key: `${index}`,
            content: <StepLine step={step} task={task.row.id} />,
          }))}
        />
      )}
    </section>
  );
}
