// A recorded change that is wrong: taken back with its reason, or corrected in one go.
import { useQuery } from "@tanstack/react-query";
import { Drawer, Form, Input } from "antd";
import { call } from "@/api/call";
import type { DivisionChange } from "@/api/shapes";
import { useWords } from "@/messages";
import { Loaded } from "@/parts/loaded";
import { ActForm, text_of, useNeeded } from "./act-form";
import { OrderForm } from "./change-form";
import { typed_of } from "./change-orders";
import { change_query } from "./queries";

interface ActProps {
  change: DivisionChange;
  on_close: () => void;
}

function Reason() {
  const { corrections } = useWords().divisions;
  const needed = useNeeded();
  return (
    <Form.Item
      name="reason"
      label={corrections.reason}
      rules={needed}
      extra={corrections.reason_more}
    >
      <Input maxLength={200} />
    </Form.Item>
  );
}

export function WithdrawForm({ change, on_close }: ActProps) {
  const { administration, divisions } = useWords();
  const { corrections } = divisions;
  return (
    <ActForm
      open
      title={administration.about(corrections.withdraw, change.summary)}
      ok={corrections.withdraw}
      act={(typed) =>
        call("withdrawDivisionChange", {
          path: { id: change.id }, body: { reason: text_of(typed["reason"]) },
        })
      }
      on_close={on_close}
    >
      <p>{corrections.withdraw_more}</p>
      <Reason />
    </ActForm>
  );
}

export function CorrectForm({ change, on_close }: ActProps) {
  const { administration, divisions } = useWords();
  const { corrections } = divisions;
  const query = useQuery(change_query(change.id));
  return (
    <Drawer
      open
      title={administration.about(corrections.correct, change.summary)}
      onClose={on_close}
      size={520}
    >
      <p>{corrections.correct_more}</p>
      <Loaded query={query}>
        {({ order }) => (
          <OrderForm
            kind={order.kind}
            initial={typed_of(order)}
            wrong={order}
            send={async (right, typed, preview) =>
              (await call("correctDivisions", {
                path: { id: change.id },
                query: { preview },
                body: { reason: text_of(typed["reason"]), order: right },
              })).data
            }
            on_done={on_close}
          >
            {(order.parts ?? []).length > 1 ? <p>{corrections.other_parts}</p> : null}
            <Reason />
          </OrderForm>
        )}
      </Loaded>
    </Drawer>
  );
}
