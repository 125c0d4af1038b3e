// Account and password.
import { LockOutlined, SafetyOutlined, UserOutlined } from "@ant-design/icons";
import { Button, Form, Input } from "antd";
import type { SignIn } from "@/api/shapes";
import { useWords } from "@/messages";

interface LoginFormProps {
  busy: boolean;
  /** The account has one-time codes: ask for one. */
  wants_code: boolean;
  on_enter: (entry: SignIn) => void;
}

export function LoginForm({ busy, wants_code, on_enter }: LoginFormProps) {
  const { session, security } = useWords();
  return (
    <section className="login" aria-labelledby="login-title">
      <h2 id="login-title">{session.login_title}</h2>
      <Form<SignIn> layout="vertical" requiredMark={false} onFinish={on_enter} size="large">
        <Form.Item
          name="login"
          label={session.login}
          rules={[{ required: true, message: session.login_missing }]}
        >
          <Input prefix={<UserOutlined />} autoComplete="username" maxLength={64} />
        </Form.Item>
        <Form.Item
          name="password"
          label={session.password}
          rules={[{ required: true, message: session.password_missing }]}
        >
          <Input.Password
            prefix={<LockOutlined />}
            autoComplete="current-password"
            maxLength={256}
          />
        </Form.Item>
        {wants_code ? (
          <Form.Item
            name="code"
            label={security.code}
            rules={[{ required: true, message: security.code_needed }]}
          >
            <Input
              prefix={<SafetyOutlined />}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={32}
            />
          </Form.Item>
        ) : null}
        <Button type="primary" htmlType="submit" block loading={busy}>
          {session.sign_in}
        </Button>
      </Form>
    </section>
  );
}
