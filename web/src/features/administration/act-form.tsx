// A form in a window: its fields, the refusal if there was one; what was typed stays until done.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Form, Modal } from "antd";
import type { ReactNode } from "react";
import { live } from "@/api/queries";
import { useWords } from "@/messages";
import { Failed } from "@/parts/failed";

export type Typed = Record<string, string | string[] | boolean | undefined>;

interface ActFormProps {
  title: string;
  open: boolean;
  /** Fields with what they hold at first. */
  initial?: Typed;
  ok?: string;
  width?: number;
  children: ReactNode;
  act: (typed: Typed) => Promise<unknown>;
  on_close: () => void;
  /** Instead of saying that it is saved. */
  on_done?: (answer: unknown) => void;
}

export function ActForm(props: ActFormProps) {
  const { administration } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const acting = useMutation({
    mutationFn: props.act,
    onSuccess: (answer) => {
      void client.invalidateQueries({ queryKey: live });
      if (props.on_done) props.on_done(answer);
      else void message.success(administration.done);
      close();
    },
  });
  const close = () => {
    form.resetFields();
    acting.reset();
    props.on_close();
  };
  return (
    <Modal
      title={props.title}
      open={props.open}
      onCancel={close}
      onOk={() => form.submit()}
      okText={props.ok ?? administration.save}
      cancelText={administration.cancel}
      confirmLoading={acting.isPending}
      width={props.width ?? 520}
      destroyOnHidden
    >
      {acting.error ? <Failed error={acting.error} on_close={acting.reset} /> : null}
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={props.initial ?? {}}
        onFinish={(typed) => acting.mutate(typed)}
      >
        {props.children}
      </Form>
    </Modal>
  );
}

/** A field that must be filled in. */
export function useNeeded() {
  const { administration } = useWords();
  return [{ required: true, message: administration.missing }];
}

export const text_of = (value: Typed[string]): string =>
  typeof value === "string" ? value.trim() : "";

/** Today in China, as the server counts days. */
export function today(): string {
  return new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
}
