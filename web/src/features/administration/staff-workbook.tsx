// The whole office as a workbook, out and in.
import { DownloadOutlined, UploadOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Upload } from "antd";
import { download } from "@/api/call";
import { live } from "@/api/queries";
import { upload } from "@/api/upload";
import { useWords } from "@/messages";
import { reasons_of } from "@/parts/failed";
import { today } from "./act-form";

export function StaffWorkbook() {
  const words = useWords();
  const { message, notification } = App.useApp();
  const client = useQueryClient();
  const tell = (error: Error) => {
    const reasons = reasons_of(error, words);
    notification.error({
      title: reasons.title,
      description: `${reasons.finding ?? ""} ${reasons.next_step ?? ""} (${reasons.code})`,
    });
  };
  const saving = useMutation({
    mutationFn: () => download("exportStaff", words.staff.file(today())),
    onError: tell,
  });
  const sending = useMutation({
    mutationFn: async (file: File) => (await upload("importStaff", file)).data,
    onError: tell,
    onSuccess: (done) => {
      void message.success(words.staff.imported(done.units, done.posts, done.appointments));
      void client.invalidateQueries({ queryKey: live });
    },
  });
  return (
    <>
      <Button
        icon={<DownloadOutlined />}
        loading={saving.isPending}
        onClick={() => saving.mutate()}
      >
        {words.staff.export}
      </Button>
      <Upload
        accept=".xlsx"
        showUploadList={false}
        beforeUpload={(file) => {
          sending.mutate(file);
          return false;
        }}
      >
        <Button icon={<UploadOutlined />} loading={sending.isPending}>
          {words.staff.import}
        </Button>
      </Upload>
    </>
  );
}
