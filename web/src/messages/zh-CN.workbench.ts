// Texts of the workbench.
const count = (n: number): string => n.toLocaleString("zh-CN");

export const workbench = {
  page: "工作台",
  hello: (name: string) => `${name}，您好`,
  as_of: (date: string) => `数据截至 ${date}`,
  area: "本辖区任务",
  overdue_note: "未销号且已过期限",
  tally_note: "四种“完成”分开计数：报结、核验、销号互不相加",
  waiting: "待我办理",
  waiting_total_of: (n: number) => `共 ${count(n)} 件`,
  waiting_more: (n: number) => `在台账中查看全部 ${count(n)} 件`,
  waiting_none: "没有等待您办理的任务",
  waiting_none_more: "有新任务交办、报结或需要您核验时，会出现在这里。",
  documents: "待审文件",
  documents_none: "没有待审核的文件",
  documents_none_more: "收到新文件后，其中拟定的任务会在这里等待确认。",
  to_review: (n: number) => `${count(n)} 条待审`,
  all_documents: "全部文件",
  all_tasks: "全部台账",
  open_ledger: "件，在台账中查看",
};
