// A field for a day: typed as offices write it ("2026-11-22", "20261122" and the like) or taken
// from a calendar in the language of the page, whatever language the browser has.
import { CalendarOutlined } from "@ant-design/icons";
import { Button, Input, type InputProps, type InputRef } from "antd";
import { useRef, useState, type FocusEvent, type KeyboardEvent } from "react";
import { useWords } from "@/messages";
import { DayGrid } from "./day-grid";
import { day_text, is_complete } from "./days";
import "./date-field.css";

type Passed = Pick<
  InputProps,
  "id" | "size" | "status" | "placeholder" | "aria-label" | "aria-describedby" | "aria-invalid"
>;

interface DateFieldProps extends Passed {
  /** "2026-11-22"; nothing: empty. */
  value?: string | undefined;
  onChange?: (day: string) => void;
  /** Whether the day may be taken off again. */
  allowClear?: boolean;
}

const grid_width = 324;

/** What is typed, from the first key until it is a day or is taken back. */
function useTyping(value: string, allow_clear: boolean, on_change: (day: string) => void) {
  const [typed, set_typed] = useState<string>();
  const [wrong, set_wrong] = useState<string>();
  const take = (day: string) => {
    set_typed(undefined);
    set_wrong(undefined);
    if (day !== value) on_change(day);
  };
  return {
    shown: typed ?? value,
    wrong,
    take,
    type: (text: string) => {
      if (text === "" && allow_clear) take("");
      else if (is_complete(text)) take(day_text(text) ?? "");
      else set_typed(text);
    },
    /** Left, or Enter: a day or nothing. What is seen then is what will be sent. */
    settle: () => {
      const text = (typed ?? "").trim();
      const day = day_text(text);
      if (typed === undefined) return;
      if (day) take(day);
      else {
        set_typed(undefined);
        set_wrong(text === "" ? undefined : text);
      }
    },
  };
}

/** The calendar beside the field; it goes when the focus leaves both. */
function useCalendar() {
  const [side, set_side] = useState<"left" | "right">();
  const around = useRef<HTMLSpanElement>(null);
  const field = useRef<InputRef>(null);
  const shut = () => {
    set_side(undefined);
    field.current?.focus();
  };
  return {
    side,
    around,
    field,
    shut,
    toggle: () => {
      const left = around.current?.getBoundingClientRect().left ?? 0;
      if (side) shut();
      else set_side(left + grid_width > window.innerWidth ? "right" : "left");
    },
    blurred: (event: FocusEvent) => {
      if (!around.current?.contains(event.relatedTarget)) set_side(undefined);
    },
    pressed: (event: KeyboardEvent) => {
      if (side === undefined || event.key !== "Escape") return;
      event.stopPropagation(); // It closes the calendar, not the window around it.
      shut();
    },
  };
}

export function DateField({ value = "", onChange, allowClear = true, ...passed }: DateFieldProps) {
  const { day: words } = useWords();
  const { side, around, field, shut, toggle, blurred, pressed } = useCalendar();
  const typing = useTyping(value, allowClear, (day) => onChange?.(day));
  return (
    <span
      ref={around}
      role="presentation"
      className="date-field"
      onBlur={blurred}
      onKeyDown={pressed}
    >
      <Input
        ref={field}
        placeholder={words.example}
        {...passed}
        autoComplete="off"
        value={typing.shown}
        onChange={(event) => typing.type(event.target.value)}
        onBlur={typing.settle}
        onPressEnter={typing.settle}
        suffix={
          <Button
            type="text"
            size="small"
            icon={<CalendarOutlined />}
            aria-label={words.open}
            aria-expanded={side !== undefined}
            onClick={toggle}
          />
        }
      />
      {side ? (
        <DayGrid
          side={side}
          value={value}
          on_choose={(day) => {
            typing.take(day);
            shut();
          }}
        />
      ) : null}
      {typing.wrong ? (
        <span className="date-field-wrong" role="alert">
          {words.wrong(typing.wrong)}
        </span>
      ) : null}
    </span>
  );
}
