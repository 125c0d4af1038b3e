// A labelled field with what is wrong about it.
import type { ReactNode } from "react";

interface FieldProps {
  id: string;
  label: string;
  wrong?: string | undefined;
  children: ReactNode;
}

export function Field({ id, label, wrong, children }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {wrong ? (
        <p className="field-wrong" role="alert" id={`${id}-wrong`}>
          {wrong}
        </p>
      ) : null}
    </div>
  );
}
