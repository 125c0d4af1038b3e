// What kind of file it is, and the lines of text in it.
#pragma once

#include <string>
#include <string_view>

#include "document/draft.h"
#include "document/lexicon.h"
#include "result/result.h"
#include "text/traced.h"

namespace anmin::document {

// Kinds of text container, told from the text alone: html, json, mail, markdown, plain.
std::string text_container(std::u32string_view text);

// The readers below never fail: what is not understood is taken as text. Lines keep their places in
// `text`.
Draft read_html(const text::Traced& text, const Lexicon& lexicon);
Draft read_json(const text::Traced& text, const Lexicon& lexicon);
Draft read_mail(const text::Traced& text, const Lexicon& lexicon);
Draft read_markdown(const text::Traced& text, const Lexicon& lexicon);
Draft read_plain(const text::Traced& text, const Lexicon& lexicon);

// One line per line of text; blank lines become after_gap of the next.
std::vector<Line> split_lines(const text::Traced& text);

// Chooses by name.
Draft read_container(const std::string& container, const text::Traced& text,
                     const Lexicon& lexicon);

}  // namespace anmin::document
