const char* path() { return "/home/someone/file"; }
const char* age() { return "年满60周岁"; }
const char* clause() { return "依照第十二条"; }
const char* period() { return "应在二十个工作日内办结"; }
const char* sum() { return "每月1040元"; }  // fine in a comment: 1040元
