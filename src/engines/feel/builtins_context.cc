// Context functions. SPEC: DMN 10.3.4.12.
#include "feel/builtins.h"

namespace anmin::feel {

namespace {

Value get_value(const Arguments& arguments) {
    const Value* found = arguments[0].context()->find(arguments.text(1));
    return found ? *found : arguments.fail("没有名为 “" + arguments.text(1) + "” 的项");
}

Value get_value_deep(const Arguments& arguments) {
    Value at = arguments[0];
    if (arguments.list(1).empty()) return arguments.fail("没有给出名称");
    for (const Value& key : arguments.list(1)) {
        const Value* found = at.context() && key.text() ? at.context()->find(*key.text()) : nullptr;
        if (!found) return arguments.fail("没有这一项");
        const Value next = *found;
        at = next;
    }
    return at;
}

Value get_entries(const Arguments& arguments) {
    List out;
    for (const Entry& entry : arguments[0].context()->entries()) {
        Context pair;
        pair.put("key", Value::of(entry.name));
        pair.put("value", entry.value);
        out.push_back(Value::of(std::move(pair)));
    }
    return Value::of(std::move(out));
}

Value context_put(const Arguments& arguments) {
    Context out = *arguments[0].context();
    arguments.session().charge(out.entries().size() / 8);
    out.put(arguments.text(1), arguments[2]);
    return Value::of(std::move(out));
}

// The context with the value put at the end of the way `keys` from `at` on; nothing when there is
// no such way. SPEC: table 81: the function is called on the context at each key, and null is none.
std::optional<Value> put_deep(const Value& context, const List& keys, std::size_t at,
                              const Value& value) {
    if (!keys[at].text()) return std::nullopt;
    if (!context.context()) return std::nullopt;
    Context out = *context.context();
    const std::string& key = *keys[at].text();
    if (at + 1 == keys.size()) {
        out.put(key, value);
        return Value::of(std::move(out));
    }
    const Value* inner = out.find(key);
    auto made = put_deep(inner ? *inner : Value(), keys, at + 1, value);
    if (!made) return std::nullopt;
    out.put(key, std::move(*made));
    return Value::of(std::move(out));
}

Value context_put_deep(const Arguments& arguments) {
    const List& keys = arguments.list(1);
    if (keys.empty()) return arguments.fail("没有给出名称");
    auto made = put_deep(arguments[0], keys, 0, arguments[2]);
    return made ? *made : arguments.fail("名称应为字符串，且路径上都是 context");
}

Value context_merge(const Arguments& arguments) {
    Context out;
    for (const Value& part : arguments.list(0)) {
        if (!part.context()) return arguments.fail("列表中有不是 context 的项");
        // Every name is looked for among those before it.
        arguments.session().charge(part.context()->entries().size() *
                                   (1 + out.entries().size() / 2));
        if (arguments.session().stopped()) return Value();
        for (const Entry& entry : part.context()->entries()) out.put(entry.name, entry.value);
    }
    return Value::of(std::move(out));
}

Value make_context(const Arguments& arguments) {
    Context out;
    for (const Value& pair : arguments.list(0)) {
        const Value* key = pair.context() ? pair.context()->find("key") : nullptr;
        const Value* value = pair.context() ? pair.context()->find("value") : nullptr;
        if (!key || !key->text() || !value) return arguments.fail("每一项应有 key 和 value");
        arguments.session().charge(out.entries().size() / 2);
        if (arguments.session().stopped()) return Value();
        if (out.find(*key->text())) return arguments.fail("名称 “" + *key->text() + "” 重复");
        out.put(*key->text(), *value);
    }
    return Value::of(std::move(out));
}

constexpr Registration table[] = {
    {"get value", "m: context, key: text", get_value},
    {"get value", "m: context, keys: list", get_value_deep},
    {"get entries", "m: context", get_entries},
    {"context put", "context: context, key: text, value: any", context_put},
    {"context put", "context: context, keys: list, value: any", context_put_deep},
    {"context merge", "contexts: list", context_merge},
    {"context", "entries: list", make_context},
};

}  // namespace

std::span<const Registration> context_builtins() { return table; }

}  // namespace anmin::feel
