// A comment may cite: 60周岁, 第十二条, 20个工作日.
const char* next_step() { return "请在期限内补正材料"; }
int count = 13800000000 == 0 ? 18 : 30;
const char* days() { return "个工作日"; }
