// Files as evidence: chosen one by one, kept at once.
import { useMutation } from "@tanstack/react-query";
import { Button, Upload } from "antd";
import type { Evidence } from "@/api/shapes";
import { upload } from "@/api/upload";
import { useWords } from "@/messages";
import { Failed } from "@/parts/failed";

interface FilesProps {
  evidence: Evidence[];
  keep: (evidence: Evidence[]) => void;
}

export function Files({ evidence, keep }: FilesProps) {
  const { problems } = useWords();
  const sending = useMutation({
    mutationFn: (file: File) => upload("keepEvidence", file, {}),
    onSuccess: ({ data }) => keep([...evidence.filter((e) => e.digest !== data.digest), data]),
  });
  return (
    <div>
      {sending.error ? <Failed error={sending.error} on_close={sending.reset} /> : null}
      <Upload
        showUploadList={false}
        beforeUpload={(file) => {
          sending.mutate(file);
          return false;
        }}
      >
        <Button loading={sending.isPending}>{problems.evidence_add}</Button>
      </Upload>
      <ul className="files" aria-label={problems.evidence}>
        {evidence.map((file) => (
          <li key={file.digest}>{file.file_name}</li>
        ))}
      </ul>
    </div>
  );
}
