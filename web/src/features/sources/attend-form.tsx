// Recording who of a branch came, or was told afterwards.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, Input, InputNumber, Select } from "antd";
import { useState, type SyntheticEvent } from "react";
import { call } from "@/api/call";
import { key_ring } from "@/api/key";
import { live } from "@/api/queries";
import type { Meeting, TakeAttendance } from "@/api/shapes";
import { useWords } from "@/messages";
import { Failed } from "@/parts/failed";

function useAttendance(id: string, on_done: () => void) {
  const { sources } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [keys] = useState(() => key_ring());
  return useMutation({
    mutationFn: (body: TakeAttendance) =>
      call("takeAttendance", { path: { id }, body, key: keys.key_for(body) }),
    onSuccess: () => {
      keys.done();
      on_done();
      void client.invalidateQueries({ queryKey: live });
      void message.success(sources.saved);
    },
  });
}

function Send({ busy, missing }: { busy: boolean; missing: boolean }) {
  const { sources } = useWords();
  return (
    <>
      <Button type="primary" htmlType="submit" loading={busy}>{sources.attend}</Button>
      {missing ? (
        <span className="step-wrong" role="alert">{sources.attend_missing}</span>
      ) : null}
    </>
  );
}

interface PeopleProps {
  people: number | null;
  wrong: boolean;
  on_change: (people: number | null) => void;
}

function People({ people, wrong, on_change }: PeopleProps) {
  const { sources } = useWords();
  return (
    <label className="attend-field" htmlFor="attend-people">
      {sources.people}
      <InputNumber
        id="attend-people"
        min={0}
        value={people}
        status={wrong ? "error" : ""}
        onChange={on_change}
      />
    </label>
  );
}

export function AttendForm({ id, meeting }: { id: string; meeting: Meeting }) {
  const { sources } = useWords();
  const [branch, set_branch] = useState<number | null>(null);
  const [people, set_people] = useState<number | null>(null);
  const [made_up, set_made_up] = useState(false);
  const [note, set_note] = useState("");
  const [tried, set_tried] = useState(false);
  const sending = useAttendance(id, () => {
    set_people(null);
    set_note("");
    set_made_up(false); // Of the next branch it would be untrue without anybody saying so.
    set_tried(false);
  });
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    set_tried(true);
    if (branch === null || people === null) return;
    const body = {
      branch, people, made_up: made_up ? ("yes" as const) : ("no" as const),
      ...(note.trim() ? { note: note.trim() } : {}),
    };
    sending.mutate(body);
  };
  return (
    <form className="attend" onSubmit={send} aria-label={sources.attend}>
      {sending.error ? <Failed error={sending.error} on_close={sending.reset} /> : null}
      <label className="attend-field" htmlFor="attend-branch">
        {sources.branch}
        <Select
          id="attend-branch"
          style={{ width: 220 }}
          value={branch}
          status={tried && branch === null ? "error" : ""}
          options={meeting.branches.map((one) => ({ value: one.number, label: one.name }))}
          onChange={(value: number) => set_branch(value)}
        />
      </label>
      <People people={people} wrong={tried && people === null} on_change={set_people} />
      <label className="attend-field" htmlFor="attend-note">
        {sources.note}
        <Input
          id="attend-note"
          value={note}
          maxLength={500}
          onChange={(event) => set_note(event.target.value)}
        />
      </label>
      <Checkbox
        className="attend-made-up"
        checked={made_up}
        onChange={(event) => set_made_up(event.target.checked)}
      >
        {sources.attend_made_up}
      </Checkbox>
      <Send busy={sending.isPending} missing={tried && (branch === null || people === null)} />
    </form>
  );
}
