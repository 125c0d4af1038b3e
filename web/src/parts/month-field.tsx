// One month of a year, chosen in the page's language. (A browser's own month field is in the
// language of the browser, and some have none.)
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import type { ReactNode } from "react";
import { useWords } from "@/messages";
import { month_of, month_text, moved, years_around } from "./months";
import "./month-field.css";

interface MonthFieldProps {
  label: string;
  /** "2025-03"; anything else: nothing is chosen yet. */
  value: string;
  on_change: (month: string) => void;
}

const months = Array.from({ length: 12 }, (_, at) => at + 1);

export function MonthField({ label, value, on_change }: MonthFieldProps) {
  const { month: words } = useWords();
  const chosen = month_of(value);
  const step = (by: number, name: string, icon: ReactNode) => (
    <Button
      icon={icon}
      aria-label={name}
      title={name}
      disabled={!chosen}
      onClick={() => chosen && on_change(month_text(moved(chosen, by)))}
    />
  );
  return (
    <div className="month-field" role="group" aria-label={label}>
      {step(-1, words.before, <LeftOutlined />)}
      <Select
        aria-label={`${label} ${words.year_field}`}
        className="month-field-year"
        disabled={!chosen}
        value={chosen?.year ?? null}
        options={years_around(chosen).map((year) => ({ value: year, label: words.year(year) }))}
        onChange={(year) => chosen && on_change(month_text({ ...chosen, year }))}
      />
      <Select
        aria-label={`${label} ${words.month_field}`}
        className="month-field-month"
        disabled={!chosen}
        value={chosen?.month ?? null}
        options={months.map((month) => ({ value: month, label: words.month(month) }))}
        listHeight={400}
        onChange={(month) => chosen && on_change(month_text({ ...chosen, month }))}
      />
      {step(1, words.after, <RightOutlined />)}
    </div>
  );
}
