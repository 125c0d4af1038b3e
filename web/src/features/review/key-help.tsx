// The single-key commands, and the switch that turns them off.
import { QuestionCircleOutlined } from "@ant-design/icons";
import { Button, Popover, Switch } from "antd";
import { useWords } from "@/messages";

interface KeyHelpProps {
  on: boolean;
  set_on: (on: boolean) => void;
}

export function KeyHelp({ on, set_on }: KeyHelpProps) {
  const { review } = useWords();
  const { enter, ...letters } = review.keys_list;
  const lines: Array<[string, string]> = [
    ...Object.entries(letters).map(([key, text]): [string, string] => [key.toUpperCase(), text]),
    ["Enter", enter],
  ];
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={review.keys}
      content={
        <div className="key-help">
          <dl>
            {lines.map(([key, text]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <label>
            <Switch size="small" checked={on} onChange={set_on} /> {review.keys_on}
          </label>
        </div>
      }
    >
      <Button icon={<QuestionCircleOutlined />} size="small">
        {review.keys}
      </Button>
    </Popover>
  );
}
