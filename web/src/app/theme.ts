// The look of the library's widgets, in step with theme.css. Greys are dark enough for WCAG AA.
import type { ThemeConfig } from "antd";

export const theme: ThemeConfig = {
  token: {
    colorPrimary: "#1b57a4",
    colorInfo: "#1b57a4",
    colorLink: "#1b57a4",
    colorLinkHover: "#123f7a",
    colorLinkActive: "#123f7a",
    colorError: "#b3261e",
    colorSuccess: "#177245",
    colorWarning: "#9a6200",
    colorErrorBg: "#fdf2f0",
    colorErrorBorder: "#eab8b2",
    colorText: "#1b2733",
    colorTextSecondary: "#4d5a68",
    colorTextTertiary: "#5b6875",
    colorTextDescription: "#4d5a68",
    colorTextPlaceholder: "#66727e",
    colorTextDisabled: "#6a7580",
    colorBgLayout: "#f2f5f8",
    colorBorder: "#c6cfd9",
    colorBorderSecondary: "#e1e7ed",
    borderRadius: 6,
    fontSize: 14,
    fontFamily:
      '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", ' +
      '"Noto Sans CJK SC", sans-serif',
  },
  components: {
    Table: { headerBg: "#f4f7fa", headerColor: "#3c4956", cellPaddingBlock: 12 },
    Button: { primaryShadow: "none", dangerShadow: "none" },
    Tag: { defaultBg: "#f0f3f6", defaultColor: "#3c4956" },
  },
};
