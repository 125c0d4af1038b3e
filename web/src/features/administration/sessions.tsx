// Where one is signed in oneself, and ending that from here.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import { call } from "@/api/call";
import type { OwnSession } from "@/api/shapes";
import { useWords } from "@/messages";
import { moment_of } from "@/parts/figures";
import { Loaded } from "@/parts/loaded";
import { Panel } from "@/parts/panel";
import { ActForm, text_of, useNeeded } from "./act-form";
import { sessions_query } from "./queries";
import "./administration.css";

function Line({ own, on_end }: { own: OwnSession; on_end: () => void }) {
  const { security } = useWords();
  const opened = security.opened(moment_of(own.opened));
  return (
    <li>
      <div>
        <b>{own.address}</b>
        {own.here ? <span className="session-here">{security.here}</span> : null}
        {own.demo ? <span className="session-here">{security.by_demo}</span> : null}
        <div className="row-more">
          {opened} · {security.used(moment_of(own.used))}
        </div>
        <div className="row-more">{own.client}</div>
      </div>
      {own.here ? null : (
        <Button size="small" aria-label={security.end_of(opened)} onClick={on_end}>
          {security.end}
        </Button>
      )}
    </li>
  );
}

/** The password is asked for again: a desk left open must not throw its owner out elsewhere. */
function Ending({ session, on_close }: { session: string; on_close: () => void }) {
  const { security } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const needed = useNeeded();
  const ending = useMutation({
    mutationFn: async (password: string) =>
      (await call("endSessions", { body: { session, password } })).data,
    onSuccess: ({ ended }) => {
      void client.invalidateQueries({ queryKey: sessions_query().queryKey });
      void message.success(security.ended(ended));
    },
  });
  return (
    <ActForm
      open
      title={session ? security.end : security.end_others}
      ok={security.end}
      act={(typed) => ending.mutateAsync(text_of(typed["password"]))}
      on_done={() => undefined}
      on_close={on_close}
    >
      <Form.Item name="password" label={security.own_password} rules={needed}>
        <Input.Password autoComplete="current-password" maxLength={256} />
      </Form.Item>
    </ActForm>
  );
}

export function Sessions() {
  const { security } = useWords();
  const query = useQuery(sessions_query());
  const [ending, set_ending] = useState<string>();
  return (
    <Panel title={security.sessions}>
      <div className="security-body">
        <p>{security.sessions_intro}</p>
        <Loaded query={query}>
          {(all) => (
            <>
              <ul className="own-sessions">
                {all.map((one) => (
                  <Line key={one.id} own={one} on_end={() => set_ending(one.id)} />
                ))}
              </ul>
              {all.length > 1 ? (
                <Button onClick={() => set_ending("")}>{security.end_others}</Button>
              ) : null}
            </>
          )}
        </Loaded>
        {ending === undefined ? null : (
          <Ending session={ending} on_close={() => set_ending(undefined)} />
        )}
      </div>
    </Panel>
  );
}
