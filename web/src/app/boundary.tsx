// Catches what our own pages got wrong, so that the rest stays usable.
import { Button, Result } from "antd";
import { Component, type ReactNode } from "react";
import { useWords } from "@/messages";

function Broken({ error }: { error: Error }) {
  const { app } = useWords();
  return (
    <Result
      status="error"
      title={app.broken}
      subTitle={app.broken_next}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {app.reload}
        </Button>
      }
    >
      <code>{error.message}</code>
    </Result>
  );
}

interface BoundaryProps {
  /** Another place is another chance. */
  place: string;
  children: ReactNode;
}

export class Boundary extends Component<BoundaryProps, { error?: Error | undefined }> {
  override state: { error?: Error | undefined } = {};

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override componentDidUpdate(before: BoundaryProps): void {
    if (before.place !== this.props.place && this.state.error) this.setState({ error: undefined });
  }

  override render(): ReactNode {
    return this.state.error ? <Broken error={this.state.error} /> : this.props.children;
  }
}
