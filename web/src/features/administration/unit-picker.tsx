// Finds a unit, or a post with its unit, as one types: there may be thousands, the server searches.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import type { StaffedUnit } from "@/api/shapes";
import { useWords } from "@/messages";
import { found_units_query } from "./queries";

interface Option {
  value: string;
  label: string;
}

interface FoundProps {
  value?: string;
  onChange?: (id: string | undefined) => void;
  id?: string;
  placeholder?: string;
  /** Looked for in it and below; one's own when absent. */
  division?: string;
}

function Found({ options_of, ...props }: FoundProps & {
  options_of: (unit: StaffedUnit) => Option[];
}) {
  const { administration } = useWords();
  const [typed, set_typed] = useState("");
  const [chosen, set_chosen] = useState<Option>();
  const wanted = useDeferredValue(typed.trim());
  const found = useQuery({
    ...found_units_query(props.division ?? "", wanted), placeholderData: keepPreviousData,
  });
  const options = (found.data ?? []).flatMap(options_of);
  // What was chosen keeps its name when one types for something else.
  if (chosen && chosen.value === props.value && !options.some((one) => one.value === chosen.value))
    options.unshift(chosen);
  return (
    <Select<string, Option>
      {...(props.id ? { id: props.id } : {})}
      {...(props.value ? { value: props.value } : {})}
      allowClear
      placeholder={props.placeholder}
      showSearch={{ filterOption: false, onSearch: set_typed }}
      loading={found.isFetching}
      notFoundContent={found.isPending ? null : administration.nobody_found}
      options={options}
      onChange={(id, option) => {
        set_chosen(Array.isArray(option) ? undefined : option);
        props.onChange?.(id);
      }}
    />
  );
}

/** `but`: one that is not offered. */
export function UnitPicker({ but, ...props }: FoundProps & { but?: string }) {
  return (
    <Found
      {...props}
      options_of={(unit) => (unit.id === but ? [] : [{ value: unit.id, label: unit.name }])}
    />
  );
}

export function PostPicker(props: FoundProps) {
  return (
    <Found
      {...props}
      options_of={(unit) =>
        unit.posts.map((post) => ({ value: post.id, label: `${unit.name} ${post.title}` }))
      }
    />
  );
}
