// The door: roles to choose from on demonstration data, otherwise account and password.
import { SafetyCertificateOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { demo_query } from "@/api/queries";
import { useWords } from "@/messages";
import { Failed } from "@/parts/failed";
import { Loaded } from "@/parts/loaded";
import { Nothing } from "@/parts/nothing";
import { useTitle } from "@/parts/page-head";
import { LoginForm } from "./login-form";
import { RoleCards } from "./role-cards";
import { useEnter } from "./use-session";
import "./entrance.css";

const code_of = (error: unknown) =>
  (error as { problem?: { code?: string } } | null)?.problem?.code ?? "";

interface EntranceProps {
  /** Why somebody who was in has to come in again. */
  notice: unknown;
  on_enter: () => void;
}

export function Entrance({ notice, on_enter }: EntranceProps) {
  const { session, app } = useWords();
  const demo = useQuery(demo_query());
  const enter = useEnter(on_enter);
  const [by_password, set_by_password] = useState(false);
  const [wants_code, set_wants_code] = useState(false);
  // Once asked for, the field stays: a wrong code is corrected there.
  if (!wants_code && code_of(enter.error) === "E-AUTH-110") set_wants_code(true);
  useTitle(session.page);
  return (
    <main className="entrance" id="content">
      <header className="entrance-head">
        <span className="seal" aria-hidden="true">
          {app.seal}
        </span>
        <div>
          <h1>
            {app.name} <small>{app.subtitle}</small>
          </h1>
          <p className="entrance-lead">{session.welcome}</p>
          <p className="entrance-more">{session.welcome_more}</p>
        </div>
      </header>
      {notice ? <Failed error={notice} /> : null}
      {enter.error ? <Failed error={enter.error} on_close={enter.reset} /> : null}
      <Loaded query={demo}>
        {(data) => {
          if (!data.demo || by_password) {
            return (
              <LoginForm busy={enter.isPending} wants_code={wants_code} on_enter={enter.mutate} />
            );
          }
          return data.roles.length === 0 ? (
            <Nothing
              title={session.no_roles}
              more={session.no_roles_next}
              icon={<SafetyCertificateOutlined />}
            />
          ) : (
            <>
              <RoleCards
                roles={data.roles}
                busy={enter.isPending ? enter.variables.login : ""}
                on_take={(login) => enter.mutate({ login })}
              />
              <Button type="link" onClick={() => set_by_password(true)}>
                {session.by_password}
              </Button>
            </>
          );
        }}
      </Loaded>
    </main>
  );
}
