// Invented documents for trying the pages without the server.
import type { Candidate, Document, Part, Piece } from "../src/api/shapes";

type Fragment = string | { from: string; to: string } | { removed: string } | { added: string };

interface Wanted {
  text: string;
  kind?: Candidate["kind"];
  actors?: string[];
  imperative: string;
  deadline?: Candidate["deadline"];
  recurrence?: string;
  quantities?: string[];
  domains: string[];
  confidence: number;
  reason: string;
  owner?: string;
}

interface Made {
  original: string;
  part: Part;
}

const size = (text: string): number => Array.from(text).length;

/** Builds a part from fragments that say how the clean text came from the original. */
export function part_of(
  fragments: readonly Fragment[],
  from: number,
  facts: Partial<Part>,
): Made {
  let original = "";
  let clean = "";
  const pieces: Piece[] = [];
  let in_clean = 0;
  let in_original = from;
  for (const one of fragments) {
    const [taken, given, origin] =
      typeof one === "string"
        ? ([one, one, "same"] as const)
        : "removed" in one
          ? ([one.removed, "", "same"] as const)
          : "added" in one
            ? (["", one.added, "inserted"] as const)
            : ([one.from, one.to, "replaced"] as const);
    const at = { start: in_clean, end: in_clean + size(given) };
    const before = { start: in_original, end: in_original + size(taken) };
    if (given !== "") pieces.push({ clean: at, original: before, origin });
    original += taken;
    clean += given;
    in_clean = at.end;
    in_original = before.end;
  }
  const part: Part = {
    clean_text: clean, pieces, title: null, kind: "会议新闻", number: null,
    organs: { holding: null, issuing: null, publisher: null },
    event_date: null, event_date_text: "", event_date_basis: "", persons: [], domains: [],
    quantities: [], programmes: [], repairs: [], warnings: [], quality: "good", ...facts,
  };
  return { original, part };
}

export function span_in(text: string, found: string) {
  const at = text.indexOf(found);
  if (at < 0) throw new Error(`the sample has no "${found}"`);
  const start = size(text.slice(0, at));
  return { start, end: start + size(found) };
}

export function candidates_of(
  part: number,
  text: string,
  wanted: readonly Wanted[],
  from: number,
): Candidate[] {
  return wanted.map((one, index) => ({
    part, number: from + index, span: span_in(text, one.text), text: one.text,
    kind: one.kind ?? "action", actors: one.actors ?? [], imperative: one.imperative,
    deadline: one.deadline ?? null, recurrence: one.recurrence ?? null,
    quantities: one.quantities ?? [], domains: one.domains, confidence: one.confidence,
    reason: one.reason, proposed_owner: one.owner ?? null, state: "proposed", task: null,
    rejection: "",
  }));
}

export function document_of(
  id: string,
  file_name: string,
  made: readonly Made[],
  wanted: ReadonlyArray<readonly Wanted[]>,
): Document {
  const original = made.map((one) => one.original).join("");
  const parts = made.map((one) => one.part);
  const candidates: Candidate[] = [];
  parts.forEach((part, index) => {
    const next = candidates.length + 1;
    candidates.push(...candidates_of(index, part.clean_text, wanted[index] ?? [], next));
  });
  const first = parts[0];
  return {
    summary: {
      id, file_name, title: first?.title ?? file_name, kind: first?.kind ?? "",
      event_date: first?.event_date ?? null, division: "4301", received: "2025-03-11T02:15:00Z",
      parts: parts.length, bytes: original.length * 3, proposed: candidates.length, confirmed: 0,
      rejected: 0, warnings: parts.reduce((sum, one) => sum + one.warnings.length, 0),
      quality: first?.quality ?? "good",
    },
    encoding: "UTF-8", container: "html", original, parts, candidates, version: 1,
  };
}

const navigation =
  "<div class=\"nav\"><a href=\"/\">首页</a> | <a href=\"/zwgk\">政务公开</a> | " +
  "<a href=\"/bsfw\">办事服务</a> | <a href=\"/hdjl\">互动交流</a></div>\n<div class=\"pos\">" +
  "您的位置：首页 &gt; 工作动态</div>\n<h1>";

const meeting = part_of(
  [
    { removed: navigation },
    "云溪市召开全市民政工作会议部署2025年重点任务",
    { from: "</h1>\n<p>&nbsp;&nbsp;", to: "\n" },
    "3月10日上午，云溪市民政局召开全市民政工作会议。局党组书记、局长周砚清主持会议并讲话，副局长陶",
    { from: "?", to: "\ufffd" },
    "宁传达上级会议精神。",
    { from: "</p>\n<p>&nbsp;&nbsp;", to: "\n" },
    "会议指出，2024年全市新增村级邻里互助点186个，特困人员自理能力评估完成率达到98.6%",
    { from: ",", to: "，" },
    "各项工作取得新进展。",
    { from: "</p>\n<p>&nbsp;&nbsp;", to: "\n" },
    "会议要求，一要健全低收入人口动态监测机制，各县区民政局于3月底前完成1.2万户重点对象入户核",
    { from: "査", to: "查" },
    "；二要建设120个村级邻里互助点，到2025年底街道综合养老服务中心覆盖率达到60%；" +
      "三要严把社会组织登记入口关，开展“僵尸型”社会组织清理；四要压实民政服务机构安全主体责任，" +
      "每季度开展一次消防安全隐患排查。",
    { from: "</p>\n<p>&nbsp;&nbsp;", to: "\n" },
    "会议强调，各党支部要在3月20日前完成会议精神的专题学习。各乡镇（街道）要在2月20日前报送" +
      "年度任务分解方案，市局每季度通报一次进展。",
    { removed: "</p>\n<div class=\"share\">分享到：<a>微信</a> <a>微博</a></div>\n" },
    { removed: "<div class=\"foot\">主办：云溪市民政局　技术支持：云溪市信息中心　本页共浏览 128 次</div>\n" },
  ],
  0,
  {
    title: "云溪市召开全市民政工作会议部署2025年重点任务", event_date: "2025-03-10",
    event_date_text: "3月10日上午", event_date_basis: "inferred: 文中“2025年重点任务”",
    organs: { holding: "云溪市民政局", issuing: null, publisher: "云溪市民政局" },
    domains: ["社会救助", "养老服务", "社会组织", "安全生产与风险防范"], quality: "fair",
    repairs: [
      { code: "boilerplate_removed", label: "去除导航、页脚", count: 3 },
      { code: "tags_removed", label: "去除网页标记", count: 14 },
      { code: "width_unified", label: "统一全半角", count: 1 },
      { code: "variant_replaced", label: "异体字改通行字", count: 1 },
    ],
  },
);
meeting.part.persons = [
  {
    name: "周砚清", post: "云溪市民政局党组书记、局长", role: "主持、讲话",
    span: span_in(meeting.part.clean_text, "周砚清"),
  },
];
meeting.part.quantities = [
  {
    text: "186个", value: "186", unit: "个", of: "村级邻里互助点", status: "result",
    span: span_in(meeting.part.clean_text, "186个"),
  },
  {
    text: "1.2万户", value: "12000", unit: "户", of: "重点对象", status: "target",
    span: span_in(meeting.part.clean_text, "1.2万户"),
  },
];
meeting.part.warnings = [
  {
    code: "lost_character", text: "副局长姓名有 1 个字已无法恢复",
    clean: span_in(meeting.part.clean_text, "陶\ufffd宁"),
  },
];

const notice = part_of(
  [
    "\n关于做好清明节祭扫服务保障工作的通知\n各县区民政局：\n各殡葬服务机构要在3月25日前制定祭扫服务" +
      "保障方案和应急预案，设置便民服务点不少于30处。清明节期间实行24小时值班。\n",
  ],
  size(meeting.original),
  {
    title: "关于做好清明节祭扫服务保障工作的通知", kind: "通知", number: "云民发〔2025〕8号",
    event_date: "2025-03-11", event_date_text: "2025年3月11日", event_date_basis: "explicit",
    domains: ["殡葬服务"],
  },
);

const dated = (text: string, due: string | null, inferred_year = true) => ({
  text, normal: due ?? text, due, inferred_year,
});

export const wanted_of_meeting: Wanted[] = [
  {
    text: "各县区民政局于3月底前完成1.2万户重点对象入户核查", actors: ["各县区民政局"],
    imperative: "完成入户核查", deadline: dated("3月底前", "2025-03-31"), quantities: ["1.2万户"],
    domains: ["社会救助"], confidence: 94, reason: "“会议要求，一要…”之下，有主体、时限和数量",
    owner: "社会救助科",
  },
  {
    text: "要建设120个村级邻里互助点", imperative: "建设村级邻里互助点", quantities: ["120个"],
    domains: ["养老服务"], confidence: 88, reason: "“会议要求，二要…”之下，有数量", owner: "养老服务科",
  },
  {
    text: "到2025年底街道综合养老服务中心覆盖率达到60%", imperative: "覆盖率达到",
    deadline: dated("2025年底", "2025-12-31", false), quantities: ["60%"], domains: ["养老服务"],
    confidence: 81, reason: "有时限和目标值", owner: "养老服务科",
  },
  {
    text: "严把社会组织登记入口关，开展“僵尸型”社会组织清理", imperative: "开展清理",
    domains: ["社会组织"], confidence: 76, reason: "“会议要求，三要…”之下", owner: "社会组织管理科",
  },
  {
    text: "每季度开展一次消防安全隐患排查", imperative: "开展隐患排查", recurrence: "每季度",
    domains: ["安全生产与风险防范"], confidence: 90, reason: "有周期和对象", owner: "办公室",
  },
  {
    text: "各党支部要在3月20日前完成会议精神的专题学习", kind: "study", actors: ["各党支部"],
    imperative: "完成专题学习", deadline: dated("3月20日前", "2025-03-20"), domains: ["学习传达"],
    confidence: 86, reason: "学习事项，有主体和时限", owner: "机关党委",
  },
  {
    text: "各乡镇（街道）要在2月20日前报送年度任务分解方案", actors: ["各乡镇（街道）"],
    imperative: "报送年度任务分解方案", deadline: dated("2月20日前", "2025-02-20"),
    domains: ["机关运转与督查"], confidence: 92, reason: "有主体、时限和产出物", owner: "办公室",
  },
];

const wanted_of_notice: Wanted[] = [
  {
    text: "各殡葬服务机构要在3月25日前制定祭扫服务保障方案和应急预案", actors: ["各殡葬服务机构"],
    imperative: "制定方案和预案", deadline: dated("3月25日前", "2025-03-25", false),
    domains: ["殡葬服务"], confidence: 93, reason: "有主体、时限和产出物", owner: "殡葬管理科",
  },
  {
    text: "设置便民服务点不少于30处", imperative: "设置便民服务点", quantities: ["30处"],
    domains: ["殡葬服务"], confidence: 71, reason: "有数量", owner: "殡葬管理科",
  },
];

export function sample_documents(): Document[] {
  const news = document_of(
    "d1", "云溪市民政工作会议.html", [meeting, notice], [wanted_of_meeting, wanted_of_notice],
  );
  const plain = part_of(["会议总结了上半年工作，通报表扬了先进单位。\n"], 0, {
    title: "云溪市民政局召开半年工作总结会", event_date: "2024-07-02", domains: ["机关运转与督查"],
  });
  return [structuredClone(news), document_of("d2", "半年总结.txt", [plain], [[]])];
}

/** A document of about `paragraphs` × 130 characters, to see that long texts stay quick. */
export function long_document(paragraphs: number): Document {
  const fragments: Fragment[] = [];
  const wanted: Wanted[] = [];
  for (let index = 0; index < paragraphs; index += 1) {
    const task = `各县区民政局要在第${index + 1}阶段完成低收入人口动态监测入户核查`;
    fragments.push(
      { removed: "<p>" },
      `第${index + 1}段。会议强调，要统筹推进分层分类社会救助体系建设，` +
        "持续打造服务品牌，健全主动发现机制，",
      { from: "於", to: "于" },
      `年内见到成效。${task}，有关情况按时报送，确保各项任务落到实处、取得实效。\n`,
    );
    if (index % 10 === 0) {
      wanted.push({
        text: task, imperative: "完成入户核查", domains: ["社会救助"], confidence: 80,
        reason: "有主体", actors: ["各县区民政局"],
      });
    }
  }
  const made = part_of(fragments, 0, { title: `长文件（${paragraphs} 段）` });
  return document_of("long", "长文件.html", [made], [wanted]);
}
