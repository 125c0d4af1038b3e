#include "dmn/check.h"

#include <map>

#include "feel/characters.h"

namespace anmin::dmn {

namespace {

// Full-width signs and letters as their half-width twins.
std::string folded(const std::string& name) {
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const feel::Character next = feel::character_at(name, at);
        char32_t value = next.value;
        if (value >= 0xFF01 && value <= 0xFF5E) value -= 0xFEE0;
        if (!feel::is_space(value)) feel::append_character(out, value);
        at += next.size;
    }
    return out;
}

class ModelCheck {
public:
    ModelCheck(const ModelData& model, std::vector<Finding>& findings)
        : model_(model), findings_(findings) {}

    void run() {
        for (const Element& element : model_.elements) {
            if (element.file != 0) continue;
            name(element.name, title(model_, element));
            used_.assign(element.sources.size(), false);
            element_ = &element;
            box(element.logic);
            unused();
        }
        for (const ItemDefinition& item : model_.files[0].items) item_names(item);
        for (const auto& [key, names] : names_)
            if (names.size() > 1) {
                std::string all;
                for (const auto& [spelling, place] : names)
                    all += (all.empty() ? "“" : "、“") + spelling + "”";
                findings_.push_back(
                    {"W-DMN-301", names.begin()->second, "这些名称只差全角半角或空白：" + all});
            }
        never_required();
    }

private:
    void name(const std::string& spelling, const std::string& place) {
        names_[folded(spelling)].emplace(spelling, place);
    }

    void item_names(const ItemDefinition& item) {
        for (const ItemDefinition& component : item.components) {
            name(component.name, model_.files[0].source + " 数据类型“" + item.name + "”");
            item_names(component);
        }
    }

    void unused() {
        if (element_->kind == ElementKind::service || element_->logic.kind == BoxKind::none) return;
        for (std::size_t i = 0; i < used_.size(); ++i) {
            const Source& source = element_->sources[i];
            const Element& target = model_.elements[static_cast<std::size_t>(source.elements[0])];
            if (!used_[i] && &target != element_)
                findings_.push_back({"W-DMN-320", title(model_, *element_),
                                     "要求了“" + source.name + "”，但没有用到"});
        }
    }

    void never_required() {
        std::set<int> required;
        for (const Element& element : model_.elements)
            for (const auto* list : {&element.information, &element.input_data})
                for (const Requirement& requirement : *list) required.insert(requirement.element);
        for (std::size_t i = 0; i < model_.elements.size(); ++i)
            if (model_.elements[i].file == 0 && model_.elements[i].kind == ElementKind::input &&
                !required.contains(static_cast<int>(i)))
                findings_.push_back(
                    {"W-DMN-320", title(model_, model_.elements[i]), "没有决策要求它"});
    }

    void box(const Box& item) {
        if (item.code) code(*item.code);
        for (const Box& part : item.parts) box(part);
        if (!item.table) return;
        const Table& table = *item.table;
        for (const Input& input : table.inputs) code(*input.code);
        for (const Rule& rule : table.rules) {
            for (const Tests& tests : rule.tests) code(*tests.code);
            for (const auto& output : rule.outputs) code(*output);
        }
        for (const Output& output : table.outputs)
            if (output.default_code) code(*output.default_code);
        check_table(table, title(model_, *element_), findings_);
    }

    void code(const Code& body) { node(*body.root, body); }

    void node(const feel::Node& at, const Code& body) {
        if ((at.op == feel::Op::variable || at.op == feel::Op::item_member) && at.slot >= 0 &&
            static_cast<std::size_t>(at.slot) < used_.size())
            used_[static_cast<std::size_t>(at.slot)] = true;
        if (at.code) {
            for (const feel::Capture& capture : at.code->captures)
                if (static_cast<std::size_t>(capture.outer) < used_.size())
                    used_[static_cast<std::size_t>(capture.outer)] = true;
            kinds(*at.code->root, *at.code);
        }
        for (const feel::NodePtr& kid : at.kids) node(*kid, body);
        kinds_of(at, body);
    }

    void kinds(const feel::Node& at, const Code& body) {
        kinds_of(at, body);
        for (const feel::NodePtr& kid : at.kids) kinds(*kid, body);
    }

    // Two known kinds that can never be compared, or never be added.
    void kinds_of(const feel::Node& at, const Code& body) {
        if (at.op < feel::Op::equal || at.op > feel::Op::greater_equal || at.kids.size() != 2)
            return;
        const TypePtr& left = at.kids[0]->type;
        const TypePtr& right = at.kids[1]->type;
        if (!left || !right || left->shape == right->shape) return;
        for (const TypePtr* type : {&left, &right})
            if ((*type)->shape == feel::Shape::any || (*type)->shape == feel::Shape::null ||
                (*type)->shape == feel::Shape::duration || (*type)->shape == feel::Shape::list)
                return;
        findings_.push_back({"W-DMN-330", body.source->place(at.begin),
                             "两边的类型不同，不能比较：" + feel::type_text(*left) + " 与 " +
                                 feel::type_text(*right)});
    }

    const ModelData& model_;
    std::vector<Finding>& findings_;
    const Element* element_ = nullptr;
    std::vector<bool> used_;
    std::map<std::string, std::map<std::string, std::string>> names_;
};

}  // namespace

std::vector<Finding> check(const Model& model) {
    std::vector<Finding> out;
    ModelCheck(model.data(), out).run();
    return out;
}

}  // namespace anmin::dmn
