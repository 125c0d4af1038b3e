// A window with a form that is sent once: what is typed stays when the sending fails.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Form, Modal } from "antd";
import { useState, type ReactNode } from "react";
import { key_ring } from "@/api/key";
import { live } from "@/api/queries";
import { useWords } from "@/messages";
import { Failed } from "./failed";

interface FormDialogProps<Typed extends object> {
  title: string;
  /** What the window starts with. */
  begin?: Partial<Typed>;
  /** `key` is the same for the same content, also when it is sent again. */
  send: (typed: Typed, key: string) => Promise<unknown>;
  on_close: () => void;
  children: ReactNode;
}

export function FormDialog<Typed extends object>({
  title, begin = {}, send, on_close, children,
}: FormDialogProps<Typed>) {
  const { sources } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const [keys] = useState(() => key_ring());
  const sending = useMutation({
    mutationFn: (typed: Typed) => send(typed, keys.key_for(typed)),
    onSuccess: () => {
      keys.done();
      void client.invalidateQueries({ queryKey: live });
      void message.success(sources.saved);
      on_close();
    },
  });
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
        onFinish={(typed) => sending.mutate(typed)}
      >
        {children}
      </Form>
    </Modal>
  );
}
