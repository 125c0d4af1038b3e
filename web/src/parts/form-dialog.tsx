// A window with a form that is sent once: what is typed stays when the sending fails.
import { App, Form, Modal } from "antd";
import type { ReactNode } from "react";
import { useWords } from "@/messages";
import { Failed } from "./failed";

interface Sending<Typed> {
  error: Error | null;
  isPending: boolean;
  reset: () => void;
  mutate: (typed: Typed, then: { onSuccess: () => void }) => void;
}

interface FormDialogProps<Typed extends object> {
  title: string;
  /** What the window starts with. */
  begin?: Partial<Typed>;
  sending: Sending<Typed>;
  on_close: () => void;
  children: ReactNode;
}

export function FormDialog<Typed extends object>({
  title, begin = {}, sending, on_close, children,
}: FormDialogProps<Typed>) {
  const { sources } = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const saved = () => {
    void message.success(sources.saved);
    on_close();
  };
  return (
    <Modal
      open
      title={title}
      width={720}
      style={{ top: 24 }}
      okText={sources.save}
      cancelText={sources.cancel}
      confirmLoading={sending.isPending}
      onOk={() => form.submit()}
      onCancel={on_close}
    >
      {sending.error ? <Failed error={sending.error} on_close={sending.reset} /> : null}
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={begin}
        onFinish={(typed) => sending.mutate(typed, { onSuccess: saved })}
      >
        {children}
      </Form>
    </Modal>
  );
}
