#include "xml/xml.h"

#include <algorithm>
#include <cstring>
#include <pugixml.hpp>

namespace anmin::xml {

namespace {

// Offsets into the text to lines and columns, in one table.
class Lines {
public:
    explicit Lines(std::string_view text) : text_(text) {
        starts_.push_back(0);
        for (std::size_t at = 0; at < text.size(); ++at)
            if (text[at] == '\n') starts_.push_back(at + 1);
    }

    // Counts on from the last place asked for where it can: a document may be one long line.
    Place at(std::size_t offset) {
        offset = std::min(offset, text_.size());
        const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
        const std::size_t line = static_cast<std::size_t>(after - starts_.begin()) - 1;
        if (line != line_ || offset < offset_) {
            line_ = line;
            offset_ = starts_[line];
            column_ = 1;
        }
        for (; offset_ < offset; ++offset_)
            if ((static_cast<unsigned char>(text_[offset_]) & 0xC0) != 0x80) ++column_;
        return {static_cast<int>(line) + 1, column_};
    }

private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
    std::size_t line_ = 0;
    std::size_t offset_ = 0;
    int column_ = 1;
};

std::string place_text(const std::string& source, Place place) {
    return source + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

struct Binding {
    std::string prefix;
    std::string space;
};

class Builder {
public:
    Builder(std::string_view text, const std::string& source, const Limits& limits)
        : lines_(text), source_(source), limits_(limits) {
        bindings_.push_back({"xml", "http://www.w3.org/XML/1998/namespace"});
        bindings_.push_back({"", ""});
    }

    Result<Element> build(const pugi::xml_node& node, int depth) {
        const Place place = lines_.at(offset_of_tag(node));
        if (depth > limits_.depth || ++elements_ > limits_.elements)
            return Error{Fault::too_large,
                         "E-XML-003",
                         place_text(source_, place),
                         "XML 嵌套过深或元素过多",
                         "嵌套不超过 " + std::to_string(limits_.depth) + " 层",
                         "请检查文件是否损坏"};
        const std::size_t scope = bindings_.size();
        bind(node);
        Element out;
        out.place = place;
        out.text_place = place;
        TRY(name_parts(node.name(), place, true, out.space, out.name));
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            if (is_binding(attribute.name())) continue;
            Attribute made;
            TRY(name_parts(attribute.name(), place, false, made.space, made.name));
            made.value = attribute.value();
            out.attributes.push_back(std::move(made));
        }
        TRY(fill(node, depth, out));
        bindings_.resize(scope);
        return out;
    }

private:
    static std::size_t offset_of(const pugi::xml_node& node) {
        const std::ptrdiff_t offset = node.offset_debug();
        return offset < 0 ? 0 : static_cast<std::size_t>(offset);
    }

    // The parser counts a tag from its name on; its place is that of its "<".
    static std::size_t offset_of_tag(const pugi::xml_node& node) {
        const std::size_t name = offset_of(node);
        return name == 0 ? 0 : name - 1;
    }

    static bool is_binding(const char* name) {
        return std::strcmp(name, "xmlns") == 0 || std::strncmp(name, "xmlns:", 6) == 0;
    }

    void bind(const pugi::xml_node& node) {
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            const std::string_view name = attribute.name();
            if (name == "xmlns") bindings_.push_back({"", attribute.value()});
            if (name.starts_with("xmlns:"))
                bindings_.push_back({std::string(name.substr(6)), attribute.value()});
        }
    }

    Result<void> name_parts(std::string_view full, Place place, bool element, std::string& space,
                            std::string& local) const {
        const std::size_t colon = full.find(':');
        const bool prefixed = colon != std::string_view::npos;
        local = full.substr(prefixed ? colon + 1 : 0);
        if (!prefixed && !element) return {};
        const std::string_view prefix = full.substr(0, prefixed ? colon : 0);
        for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding) {
            if (binding->prefix != prefix) continue;
            space = binding->space;
            return {};
        }
        return Error{Fault::invalid,
                     "E-XML-004",
                     place_text(source_, place),
                     "前缀 “" + std::string(prefix) + "” 没有声明",
                     "xmlns:前缀=\"...\" 声明",
                     "请补上命名空间声明"};
    }

    Result<void> fill(const pugi::xml_node& node, int depth, Element& out) {
        bool first_text = true;
        for (const pugi::xml_node& child : node.children()) {
            if (child.type() == pugi::node_element) {
                out.children.push_back(TRY(build(child, depth + 1)));
            } else if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
                if (first_text) out.text_place = lines_.at(offset_of(child));
                first_text = false;
                out.text += child.value();
            }
        }
        return {};
    }

    Lines lines_;
    const std::string& source_;
    Limits limits_;
    std::vector<Binding> bindings_;
    std::size_t elements_ = 0;
};

}  // namespace

const std::string* Element::find_attribute(std::string_view wanted) const {
    for (const Attribute& attribute : attributes)
        if (attribute.name == wanted && attribute.space.empty()) return &attribute.value;
    return nullptr;
}

std::string_view Element::attribute(std::string_view wanted) const {
    const std::string* found = find_attribute(wanted);
    return found ? std::string_view(*found) : std::string_view();
}

const Element* Element::find_child(std::string_view wanted) const {
    for (const Element& child : children)
        if (child.name == wanted && child.space == space) return &child;
    return nullptr;
}

std::vector<const Element*> Element::children_named(std::string_view wanted) const {
    std::vector<const Element*> out;
    for (const Element& child : children)
        if (child.name == wanted && child.space == space) out.push_back(&child);
    return out;
}

Result<Element> parse(std::string_view text, const std::string& source, const Limits& limits) {
    if (text.size() > limits.bytes)
        return Error{Fault::too_large,
                     "E-XML-003",
                     source,
                     "XML 文件过大",
                     "不超过 " + std::to_string(limits.bytes) + " 字节",
                     "请拆分文件"};
    pugi::xml_document document;
    const unsigned options =
        (pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata_single);
    const pugi::xml_parse_result read =
        document.load_buffer(text.data(), text.size(), options, pugi::encoding_utf8);
    Lines lines(text);
    if (!read) {
        const Place place =
            lines.at(static_cast<std::size_t>(std::max<std::ptrdiff_t>(read.offset, 0)));
        return Error{Fault::invalid,
                     "E-XML-001",
                     place_text(source, place),
                     std::string("不是格式良好的 XML：") + read.description(),
                     "格式良好的 XML",
                     "请用原来的建模软件重新导出"};
    }
    for (const pugi::xml_node& node : document.children())
        if (node.type() == pugi::node_doctype)
            return Error{
                Fault::invalid,        "E-XML-002",          source, "含有文档类型声明 DOCTYPE",
                "不含 DOCTYPE 的 XML", "请删除 DOCTYPE 一行"};
    return Builder(text, source, limits).build(document.document_element(), 1);
}

}  // namespace anmin::xml
