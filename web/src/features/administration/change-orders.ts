// What a form holds, as an order to change divisions; and an order, as what a form holds.
import type { ChangeKind, DivisionChangeOrder } from "@/api/shapes";
import { text_of, type Typed } from "./act-form";

const codes_in = (text: string) => text.split(/[\s,\uff0c\u3001]+/).filter((one) => one !== "");

/** `wrong`: the order that is corrected; the form shows one part of a split, the others stay. */
export function order_of(
  kind: ChangeKind, typed: Typed, wrong?: DivisionChangeOrder,
): DivisionChangeOrder {
  const text = (name: string) => text_of(typed[name]);
  const order: DivisionChangeOrder = {
    kind, on: text("on"), basis: text("basis"), code: text("code"),
  };
  const name = text("name");
  switch (kind) {
    case "establish":
    case "rename":
      return { ...order, name };
    case "merge":
      return { ...order, name, sources: codes_in(text("sources")) };
    case "split":
      return {
        ...order,
        source_ends: typed["source_ends"] === true,
        parts: [
          { code: text("to"), name, takes: codes_in(text("takes")) },
          ...(wrong?.parts ?? []).slice(1),
        ],
      };
    case "move":
      return { ...order, name, to: text("to") };
    case "abolish":
      return text("successor") ? { ...order, successor: text("successor") } : order;
  }
}

export function typed_of(order: DivisionChangeOrder): Typed {
  const part = order.parts?.[0];
  return {
    on: order.on,
    basis: order.basis,
    code: order.code,
    name: order.name ?? part?.name,
    to: order.to ?? part?.code,
    sources: order.sources?.join(" "),
    takes: part?.takes?.join(" "),
    source_ends: order.source_ends,
    successor: order.successor,
  };
}
