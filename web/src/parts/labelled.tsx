// A field with its label.
import type { ReactNode } from "react";
import "./labelled.css";

interface LabelledProps {
  id: string;
  label: string;
  children: ReactNode;
}

export function Labelled({ id, label, children }: LabelledProps) {
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}
