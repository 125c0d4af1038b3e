// One's own account: password, one-time codes, the emergency view.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Form, Input } from "antd";
import { useState } from "react";
import { call } from "@/api/call";
import { session_query } from "@/api/queries";
import type { OfferedFactor } from "@/api/shapes";
import { useWords } from "@/messages";
import { Failed } from "@/parts/failed";
import { moment_of } from "@/parts/figures";
import { PageHead } from "@/parts/page-head";
import { Panel } from "@/parts/panel";
import { useNeeded } from "./act-form";
import { DivisionPicker } from "./division-picker";
import { Sessions } from "./sessions";
import "./administration.css";

type Passwords = { before: string; after: string; again: string };

function Password() {
  const { security, administration } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const needed = useNeeded();
  const [form] = Form.useForm<Passwords>();
  const changing = useMutation({
    mutationFn: ({ before, after }: Passwords) =>
      call("changePassword", { body: { before, after } }),
    onSuccess: () => {
      form.resetFields();
      void client.invalidateQueries({ queryKey: session_query().queryKey });
      void message.success(security.changed);
    },
  });
  return (
    <Panel title={security.password}>
      <div className="security-body">
        {changing.error ? <Failed error={changing.error} on_close={changing.reset} /> : null}
        <Form<Passwords>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={(typed) => changing.mutate(typed)}
        >
          <Form.Item name="before" label={security.before} rules={needed}>
            <Input.Password autoComplete="current-password" maxLength={256} />
          </Form.Item>
          <Form.Item name="after" label={security.after} rules={needed} extra={security.rule}>
            <Input.Password autoComplete="new-password" maxLength={256} />
          </Form.Item>
          <Form.Item
            name="again"
            label={security.again}
            dependencies={["after"]}
            rules={[
              ...needed,
              ({ getFieldValue }) => ({
                validator: (_, value) =>
                  value === getFieldValue("after")
                    ? Promise.resolve()
                    : Promise.reject(new Error(security.differ)),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" maxLength={256} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={changing.isPending}>
            {administration.save}
          </Button>
        </Form>
      </div>
    </Panel>
  );
}

function Recovery({ codes }: { codes: string[] }) {
  const { security } = useWords();
  return (
    <section role="status">
      <Alert type="success" showIcon title={security.codes} description={security.codes_more} />
      <ul className="recovery-codes">
        {codes.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  );
}

function Confirming({ offered, on_codes }: {
  offered: OfferedFactor;
  on_codes: (codes: string[]) => void;
}) {
  const { security } = useWords();
  const needed = useNeeded();
  const confirming = useMutation({
    mutationFn: async ({ code }: { code: string }) =>
      (await call("confirmSecondFactor", { body: { code: code.trim() } })).data,
    onSuccess: (data) => on_codes(data.recovery_codes),
  });
  return (
    <>
      {confirming.error ? <Failed error={confirming.error} /> : null}
      <p>{security.scan}</p>
      <p>
        <code className="security-secret">{offered.secret}</code>
      </p>
      <p>
        <a href={offered.uri}>{security.link}</a>
      </p>
      <Form<{ code: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={(typed) => confirming.mutate(typed)}
      >
        <Form.Item name="code" label={security.code} rules={needed}>
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={confirming.isPending}>
          {security.confirm}
        </Button>
      </Form>
    </>
  );
}

function Offering({ on_offer }: { on_offer: (offered: OfferedFactor) => void }) {
  const { security } = useWords();
  const needed = useNeeded();
  const offering = useMutation({
    mutationFn: async (body: { password: string }) =>
      (await call("offerSecondFactor", { body })).data,
    onSuccess: on_offer,
  });
  return (
    <>
      {offering.error ? <Failed error={offering.error} on_close={offering.reset} /> : null}
      <p>{security.factor_intro}</p>
      <Form<{ password: string }>
        name="factor"
        layout="vertical"
        requiredMark={false}
        onFinish={(typed) => offering.mutate(typed)}
      >
        <Form.Item name="password" label={security.own_password} rules={needed}>
          <Input.Password autoComplete="current-password" maxLength={256} />
        </Form.Item>
        <Button htmlType="submit" loading={offering.isPending}>
          {security.start}
        </Button>
      </Form>
    </>
  );
}

function Factor() {
  const { security } = useWords();
  const client = useQueryClient();
  const [offered, set_offered] = useState<OfferedFactor>();
  const [codes, set_codes] = useState<string[]>();
  const confirmed = (made: string[]) => {
    set_codes(made);
    void client.invalidateQueries({ queryKey: session_query().queryKey });
  };
  return (
    <Panel title={security.factor}>
      <div className="security-body">
        {codes ? (
          <Recovery codes={codes} />
        ) : offered ? (
          <Confirming offered={offered} on_codes={confirmed} />
        ) : (
          <Offering on_offer={set_offered} />
        )}
      </div>
    </Panel>
  );
}

function EmergencyView() {
  const { security, administration } = useWords();
  const needed = useNeeded();
  const opening = useMutation({
    mutationFn: async (body: { division: string; reason: string }) =>
      (await call("breakGlass", { body })).data,
  });
  return (
    <Panel title={security.glass}>
      <div className="security-body">
        <p>{security.glass_intro}</p>
        {opening.error ? <Failed error={opening.error} on_close={opening.reset} /> : null}
        {opening.data ? (
          <Alert
            type="warning"
            showIcon
            role="status"
            title={security.glass_until(moment_of(opening.data.until))}
          />
        ) : (
          <Form<{ division: string; reason: string }>
            layout="vertical"
            requiredMark={false}
            onFinish={(typed) => opening.mutate(typed)}
          >
            <Form.Item name="division" label={security.glass_division} rules={needed}>
              <DivisionPicker label={security.glass_division} />
            </Form.Item>
            <Form.Item name="reason" label={administration.reason} rules={needed}>
              <Input maxLength={200} />
            </Form.Item>
            <Button danger htmlType="submit" loading={opening.isPending}>
              {security.glass_start}
            </Button>
          </Form>
        )}
      </div>
    </Panel>
  );
}

export default function SecurityPage() {
  const { security } = useWords();
  const session = useQuery(session_query());
  return (
    <>
      <PageHead title={security.page} intro={security.intro} />
      <div className="security-panels">
        {session.data?.owes ? (
          <Alert type="warning" showIcon role="status" title={security.owes[session.data.owes]} />
        ) : null}
        <Password />
        <Factor />
        <Sessions />
        {session.data?.actions.includes("break_glass") ? <EmergencyView /> : null}
      </div>
    </>
  );
}
