// Accounts as the security administrator keeps them.
import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Select, Space, Table, Tag, type TableColumnsType } from "antd";
import { useState } from "react";
import { call } from "@/api/call";
import { session_query } from "@/api/queries";
import type { Account, Role } from "@/api/shapes";
import { useWords, type Words } from "@/messages";
import { moment_of } from "@/parts/figures";
import { Loaded } from "@/parts/loaded";
import { PageHead } from "@/parts/page-head";
import { ActForm, text_of, useNeeded, type Typed } from "./act-form";
import { DivisionPicker } from "./division-picker";
import { accounts_query } from "./queries";
import { PostPicker } from "./unit-picker";
import "./administration.css";

type Step = "lock" | "unlock" | "roles" | "factor" | "password" | "sessions";
type Doing = { step: Step; account: Account } | { step: "open" };

const roles_in = (typed: Typed): Role[] =>
  (Array.isArray(typed["roles"]) ? typed["roles"] : []) as Role[];

/** As typed: a password is never trimmed. */
const word_of = (typed: Typed): string =>
  typeof typed["password"] === "string" ? typed["password"] : "";

function done(doing: Doing, typed: Typed): Promise<unknown> {
  if (doing.step === "open") {
    return call("openAccount", {
      body: {
        login: text_of(typed["login"]), name: text_of(typed["name"]), post: text_of(typed["post"]),
        password: word_of(typed),
        roles: roles_in(typed),
      },
    });
  }
  const path = { login: doing.account.login };
  const reason = text_of(typed["reason"]);
  switch (doing.step) {
    case "lock":
      return call("lockAccount", { path, body: { reason } });
    case "unlock":
      return call("unlockAccount", { path, body: { reason } });
    case "factor":
      return call("removeSecondFactor", { path, body: { reason } });
    case "sessions":
      return call("endAccountSessions", { path, body: { reason } });
    case "password":
      return call("givePassword", { path, body: { reason, password: word_of(typed) } });
    case "roles":
      return call("giveRoles", { path, body: { reason, roles: roles_in(typed) } });
  }
}

function Roles() {
  const { accounts, roles } = useWords();
  const needed = useNeeded();
  return (
    <Form.Item name="roles" label={accounts.roles} rules={needed} extra={accounts.roles_apart}>
      <Select
        mode="multiple"
        showSearch={{ optionFilterProp: "label" }}
        options={Object.entries(roles).map(([value, label]) => ({ value, label }))}
      />
    </Form.Item>
  );
}

function FirstPassword() {
  const { accounts, security } = useWords();
  const needed = useNeeded();
  return (
    <Form.Item
      name="password"
      label={accounts.password}
      rules={needed}
      extra={
        <>
          {security.rule}
          <br />
          {accounts.first_password}
        </>
      }
    >
      <Input.Password autoComplete="new-password" maxLength={256} />
    </Form.Item>
  );
}

function NewAccount({ division }: { division: string }) {
  const { accounts } = useWords();
  const needed = useNeeded();
  const [chosen, set_chosen] = useState("");
  return (
    <>
      <Form.Item name="login" label={accounts.login} rules={needed}>
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item name="name" label={accounts.name} rules={needed}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item label={accounts.division} extra={accounts.division_more}>
        <DivisionPicker
          label={accounts.division}
          {...(chosen ? { value: chosen } : {})}
          onChange={set_chosen}
        />
      </Form.Item>
      <Form.Item name="post" label={accounts.post} rules={needed}>
        <PostPicker division={chosen || division} />
      </Form.Item>
      <Roles />
      <FirstPassword />
    </>
  );
}

function Reason() {
  const { administration } = useWords();
  const needed = useNeeded();
  return (
    <Form.Item
      name="reason"
      label={administration.reason}
      rules={needed}
      extra={administration.reason_missing}
    >
      <Input maxLength={200} />
    </Form.Item>
  );
}

function titles_of({ accounts }: Words): Record<Doing["step"], string> {
  return {
    open: accounts.open, lock: accounts.lock, unlock: accounts.unlock,
    roles: accounts.change_roles, factor: accounts.remove_factor,
    password: accounts.give_password, sessions: accounts.end_sessions,
  };
}

function State({ account }: { account: Account }) {
  const { accounts } = useWords();
  if (!account.locked) {
    const given = account.given_until;
    return (
      <>
        <Tag>{accounts.usable}</Tag>
        {given ? <div className="row-more">{accounts.given_until(moment_of(given))}</div> : null}
      </>
    );
  }
  const until = account.locked_until;
  return (
    <>
      <Tag className="tag-grave">
        {until ? accounts.locked_until(moment_of(until)) : accounts.locked}
      </Tag>
      <div className="row-more">{account.lock_reason}</div>
    </>
  );
}

function Steps({ account, on_pick }: { account: Account; on_pick: (doing: Doing) => void }) {
  const { accounts } = useWords();
  return (
    <Space size={4} wrap>
      <Button
        size="small"
        onClick={() => on_pick({ step: account.locked ? "unlock" : "lock", account })}
      >
        {account.locked ? accounts.unlock : accounts.lock}
      </Button>
      <Button size="small" onClick={() => on_pick({ step: "roles", account })}>
        {accounts.change_roles}
      </Button>
      <Button size="small" onClick={() => on_pick({ step: "password", account })}>
        {accounts.give_password}
      </Button>
      <Button size="small" onClick={() => on_pick({ step: "sessions", account })}>
        {accounts.end_sessions}
      </Button>
      {account.second_factor ? (
        <Button size="small" onClick={() => on_pick({ step: "factor", account })}>
          {accounts.remove_factor}
        </Button>
      ) : null}
    </Space>
  );
}

function columns_of(
  { accounts, roles }: Words,
  own: string,
  on_pick: (doing: Doing) => void,
): TableColumnsType<Account> {
  const two = (first: string, second: string) => (
    <>
      {first}
      <div className="row-more">{second}</div>
    </>
  );
  return [
    { title: accounts.login, render: (_, one) => two(one.name, one.login) },
    { title: accounts.post, render: (_, one) => two(one.post_title, one.unit_name) },
    {
      title: accounts.roles,
      render: (_, one) => one.roles.map((role) => <Tag key={role}>{roles[role]}</Tag>),
    },
    {
      title: accounts.second_factor,
      render: (_, one) => (one.second_factor ? accounts.on : accounts.off),
    },
    { title: accounts.state, render: (_, one) => <State account={one} /> },
    {
      title: "",
      render: (_, one) => (one.login === own ? null : <Steps account={one} on_pick={on_pick} />),
    },
  ];
}

interface DoingFormProps {
  doing: Doing;
  division: string;
  on_close: () => void;
}

function DoingForm({ doing, division, on_close }: DoingFormProps) {
  const words = useWords();
  const opens = doing.step === "open";
  const title = titles_of(words)[doing.step];
  return (
    <ActForm
      open
      title={opens ? title : words.administration.about(title, doing.account.name)}
      initial={opens ? {} : { roles: doing.account.roles }}
      act={(given) => done(doing, given)}
      on_close={on_close}
    >
      {opens ? <NewAccount division={division} /> : null}
      {doing.step === "roles" ? <Roles /> : null}
      {doing.step === "password" ? <FirstPassword /> : null}
      {opens ? null : <Reason />}
    </ActForm>
  );
}

export default function AccountsPage() {
  const words = useWords();
  const { accounts } = words;
  const session = useQuery(session_query());
  const query = useQuery(accounts_query());
  const [doing, set_doing] = useState<Doing>();
  const [typed, set_typed] = useState("");
  const shown = (all: Account[]) =>
    all.filter((one) =>
      [one.login, one.name, one.post_title, one.unit_name].some((text) => text.includes(typed)),
    );
  return (
    <>
      <PageHead
        title={accounts.page}
        intro={accounts.intro}
        actions={
          <Button type="primary" onClick={() => set_doing({ step: "open" })}>
            {accounts.open}
          </Button>
        }
      />
      <div className="administration-bar" role="search">
        <Input.Search
          allowClear
          style={{ width: 340 }}
          aria-label={accounts.find}
          placeholder={accounts.find}
          onChange={(event) => set_typed(event.target.value.trim())}
        />
      </div>
      <Loaded query={query}>
        {(all) => (
          <div className="table-card">
            <Table<Account>
              rowKey="login"
              size="middle"
              scroll={{ x: 900 }}
              pagination={{ pageSize: 20, hideOnSinglePage: true }}
              dataSource={shown(all)}
              columns={columns_of(words, session.data?.login ?? "", set_doing)}
            />
          </div>
        )}
      </Loaded>
      {doing ? (
        <DoingForm
          doing={doing}
          division={session.data?.division ?? "0"}
          on_close={() => set_doing(undefined)}
        />
      ) : null}
    </>
  );
}
