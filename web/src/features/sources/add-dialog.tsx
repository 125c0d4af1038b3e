// The window in which something is entered: what was typed is sent with a key of its own.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Form, Modal } from "antd";
import { useState, type ReactNode } from "react";
import { key_ring } from "@/api/key";
import { live } from "@/api/queries";
import { useWords } from "@/messages";
import { Failed } from "@/parts/failed";

export type Typed = Record<string, string | boolean | string[] | undefined>;
export const text = (value: Typed[string]): string =>
  typeof value === "string" ? value.trim() : "";
export const lines = (value: Typed[string]): string[] =>
  text(value).split("\n").map((one) => one.trim()).filter((one) => one !== "");

interface AddProps {
  title: string;
  start?: Typed;
  send: (typed: Typed, key: string) => Promise<unknown>;
  on_close: () => void;
  children: ReactNode;
}

export function Add({ title, start = {}, send, on_close, children }: AddProps) {
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
        initialValues={start}
        onFinish={(typed) => sending.mutate(typed)}
      >
        {children}
      </Form>
    </Modal>
  );
}
