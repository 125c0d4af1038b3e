// Finds one division as one types: by name, pinyin initials or code. The server has the index.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useWords } from "@/messages";
import { now, search_query, type View } from "./queries";

interface DivisionPickerProps {
  value?: string;
  onChange?: (code: string) => void;
  id?: string;
  label?: string;
  view?: View;
}

const found_line = ({ data }: { data: { label: string; code: string } }) => (
  <span className="division-option">
    <span>{data.label}</span>
    <code>{data.code}</code>
  </span>
);

export function DivisionPicker({ value, onChange, id, label, view = now }: DivisionPickerProps) {
  const { administration } = useWords();
  const [typed, set_typed] = useState("");
  const wanted = useDeferredValue(typed.trim());
  const found = useQuery({ ...search_query(wanted, view), placeholderData: keepPreviousData });
  const options = (wanted === "" ? [] : (found.data ?? [])).map((one) => ({
    value: one.code,
    label: one.name,
    code: one.code,
  }));
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      className="division-picker"
      aria-label={label ?? administration.search_division}
      placeholder={administration.search_division}
      showSearch={{ filterOption: false, onSearch: set_typed }}
      loading={found.isFetching}
      notFoundContent={wanted === "" ? null : administration.nobody_found}
      options={options}
      optionRender={found_line}
      onChange={(code: string) => onChange?.(code)}
    />
  );
}
