// The language of the pages: chosen by the reader, Chinese at first, remembered on this machine.
import { createContext, use, useCallback, useEffect, useState, type ReactNode } from "react";
import en from "./en";
import zh_cn, { type Words } from "./zh-CN";

export type { Words };
export type Language = "zh-CN" | "en";

interface Choice {
  words: Words;
  language: Language;
  choose: (language: Language) => void;
}

const place = "anmin.language";

function remembered(): Language {
  try {
    return localStorage.getItem(place) === "en" ? "en" : "zh-CN";
  } catch {
    return "zh-CN"; // Storage is switched off: the choice lasts as long as the page.
  }
}

const Chosen = createContext<Choice>({ words: zh_cn, language: "zh-CN", choose: () => undefined });

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, set_language] = useState<Language>(remembered);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((chosen: Language) => {
    set_language(chosen);
    try {
      localStorage.setItem(place, chosen);
    } catch {
      // As above.
    }
  }, []);
  const words = language === "en" ? en : zh_cn;
  return <Chosen value={{ words, language, choose }}>{children}</Chosen>;
}

export const useWords = (): Words => use(Chosen).words;
export const useLanguage = (): Choice => use(Chosen);
