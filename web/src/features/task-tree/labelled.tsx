// A field of the form below its name.
import type { ReactNode } from "react";

interface LabelledProps {
  id: string;
  label: string;
  children: ReactNode;
}

export function Labelled({ id, label, children }: LabelledProps) {
  return (
    <div className="split-field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}
