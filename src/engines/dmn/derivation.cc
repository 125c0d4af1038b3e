#include "dmn/derivation.h"

#include "feel/print.h"

namespace anmin::dmn {

namespace {

// Objects and lists of JSON, with the commas in place.
class Json {
public:
    void open(char bracket) {
        separate();
        out_.push_back(bracket);
        first_ = true;
    }
    void close(char bracket) {
        out_.push_back(bracket);
        first_ = false;
    }
    void key(std::string_view name) {
        separate();
        feel::append_json_string(out_, name);
        out_.push_back(':');
        first_ = true;
    }
    void text(std::string_view value) {
        separate();
        feel::append_json_string(out_, value);
    }
    void plain(std::string_view value) {
        separate();
        out_ += value;
    }
    void pair(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    // A value; a null with its cause beside it.
    void value(std::string_view name, const feel::Value& value) {
        key(name);
        plain(feel::json_text(value));
        if (!value.cause()) return;
        key("cause");
        open('{');
        pair("code", value.cause()->code);
        pair("place", value.cause()->place);
        pair("reason", value.cause()->reason);
        close('}');
    }
    std::string take() { return std::move(out_); }

private:
    void separate() {
        if (!first_) out_.push_back(',');
        first_ = false;
    }
    std::string out_;
    bool first_ = true;
};

void put_rule(Json& json, const UsedRule& rule) {
    json.open('{');
    json.key("number");
    json.plain(std::to_string(rule.number));
    json.pair("id", rule.id);
    json.key("matched");
    json.plain(rule.matched ? "true" : "false");
    if (rule.failed_cell > 0) {
        json.key("failed");
        json.open('{');
        json.key("cell");
        json.plain(std::to_string(rule.failed_cell));
        json.pair("input", rule.failed_label);
        json.pair("test", rule.failed_test);
        json.value("value", rule.failed_value);
        json.close('}');
    }
    json.key("annotations");
    json.open('[');
    for (const auto& [name, text] : rule.annotations) {
        json.open('{');
        json.pair("name", name);
        json.pair("text", text);
        json.close('}');
    }
    json.close(']');
    json.close('}');
}

void put_inputs(Json& json, const std::vector<UsedValue>& inputs) {
    json.key("inputs");
    json.open('[');
    for (const UsedValue& input : inputs) {
        json.open('{');
        json.pair("name", input.name);
        if (!input.source.empty()) json.pair("source", input.source);
        json.value("value", input.value);
        json.close('}');
    }
    json.close(']');
}

void put_decision(Json& json, const UsedDecision& decision) {
    json.open('{');
    json.pair("name", decision.name);
    json.pair("id", decision.id);
    json.pair("kind", decision.kind);
    put_inputs(json, decision.inputs);
    json.key("tables");
    json.open('[');
    for (const UsedTable& table : decision.tables) {
        json.open('{');
        json.pair("policy", table.policy);
        put_inputs(json, table.inputs);
        json.key("rules");
        json.open('[');
        for (const UsedRule& rule : table.rules) put_rule(json, rule);
        json.close(']');
        json.key("default");
        json.plain(table.used_default ? "true" : "false");
        json.close('}');
    }
    json.close(']');
    json.key("expressions");
    json.open('[');
    for (const UsedExpression& expression : decision.expressions) {
        json.open('{');
        json.pair("text", expression.text);
        json.value("value", expression.value);
        if (!expression.parts.empty()) {
            json.key("parts");
            json.open('[');
            for (const UsedPart& part : expression.parts) {
                json.open('{');
                json.pair("text", part.text);
                json.value("value", part.value);
                json.close('}');
            }
            json.close(']');
        }
        json.close('}');
    }
    json.close(']');
    json.value("value", decision.value);
    json.close('}');
}

std::string shown(const feel::Value& value) {
    if (value.cause()) return "没有结果（" + value.cause()->reason + "）";
    if (value.is_null()) return "空";
    if (value.boolean()) return *value.boolean() ? "是" : "否";
    if (value.number()) return value.number()->shortest_text();
    if (value.text()) return "“" + *value.text() + "”";
    if (value.date()) return calendar::text_of(*value.date());
    if (value.context()) return std::to_string(value.context()->entries().size()) + " 项内容";
    if (!value.list()) return feel::literal_text(value, 200);
    // A list is read out when it is short and plain.
    std::string out;
    for (const feel::Value& item : *value.list()) {
        if (value.list()->size() > 6 || item.list() || item.context())
            return "一共 " + std::to_string(value.list()->size()) + " 项";
        out += (out.empty() ? "" : "、") + shown(item);
    }
    return out.empty() ? "没有一项" : out;
}

void tell_table(const UsedTable& table, std::string& out) {
    for (const UsedValue& input : table.inputs)
        out += "　依据：" + input.name + " 为 " + shown(input.value) + "。\n";
    for (const UsedRule& rule : table.rules) {
        out += "　规则" + std::to_string(rule.number);
        if (rule.matched) {
            out += "符合";
            for (const auto& [name, text] : rule.annotations)
                if (!text.empty()) out += "；" + (name.empty() ? text : name + "：" + text);
            out += "。\n";
        } else {
            out += "不符合：" + rule.failed_label + " 为 " + shown(rule.failed_value) + "，要求 " +
                   rule.failed_test + "。\n";
        }
    }
    if (table.used_default) out += "　没有规则符合，取默认输出。\n";
}

}  // namespace

std::string json_of(const Derivation& derivation) {
    Json json;
    json.open('{');
    json.key("version");
    json.plain(std::to_string(derivation_version));
    json.pair("model", derivation.model);
    json.key("decisions");
    json.open('[');
    for (const UsedDecision& decision : derivation.decisions) put_decision(json, decision);
    json.close(']');
    json.close('}');
    return json.take();
}

std::string chinese_of(const Derivation& derivation) {
    std::string out;
    for (const UsedDecision& decision : derivation.decisions) {
        out += "“" + decision.name + "”的结果是 " + shown(decision.value) + "。\n";
        for (const UsedTable& table : decision.tables) tell_table(table, out);
        if (decision.tables.empty())
            for (const UsedValue& input : decision.inputs)
                out += "　依据：" + input.name + " 为 " + shown(input.value) + "。\n";
        for (const UsedExpression& expression : decision.expressions) {
            out += "　计算：" + expression.text + " ＝ " + shown(expression.value) + "。\n";
            for (const UsedPart& part : expression.parts)
                if (!part.value.context())
                    out += "　　其中：" + part.text + " ＝ " + shown(part.value) + "。\n";
        }
    }
    return out;
}

}  // namespace anmin::dmn
