// Account and password.
import { LockOutlined, UserOutlined } from "@ant-design/icons";
import { Button, Form, Input } from "antd";
import type { SignIn } from "@/api/shapes";
import { useWords } from "@/messages";

interface LoginFormProps {
  busy: boolean;
  on_enter: (entry: SignIn) => void;
}

export function LoginForm({ busy, on_enter }: LoginFormProps) {
  const { session } = useWords();
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
        <Button type="primary" htmlType="submit" block loading={busy}>
          {session.sign_in}
        </Button>
      </Form>
    </section>
  );
}
