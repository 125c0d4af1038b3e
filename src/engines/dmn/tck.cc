#include "dmn/tck.h"

#include <algorithm>

#include "feel/characters.h"
#include "feel/compare.h"
#include "feel/literals.h"
#include "feel/print.h"

namespace anmin::dmn {

namespace {

constexpr std::string_view instance_space = "http://www.w3.org/2001/XMLSchema-instance";

std::string_view instance_attribute(const xml::Element& element, std::string_view name) {
    for (const xml::Attribute& attribute : element.attributes)
        if (attribute.space == instance_space && attribute.name == name) return attribute.value;
    return {};
}

bool is_nil(const xml::Element& element) { return instance_attribute(element, "nil") == "true"; }

Value simple_value(const xml::Element& element) {
    if (is_nil(element)) return Value();
    std::string_view type = instance_attribute(element, "type");
    type.remove_prefix(type.find(':') == std::string_view::npos ? 0 : type.find(':') + 1);
    if (type.empty() || type == "string") return Value::of(element.text);
    const std::string text = feel::normal_name(element.text);
    if (type == "boolean") return Value::of(text == "true" || text == "1");
    if (type == "date" || type == "time" || type == "dateTime" || type == "duration" ||
        type == "dayTimeDuration" || type == "yearMonthDuration")
        return feel::at_literal_value(text);
    const auto number = decimal::Decimal::parse(text);
    return number ? Value::of(*number) : Value::of(element.text);
}

int places_of(const decimal::Decimal& number) {
    const std::string text = number.text();
    const std::size_t point = text.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

std::size_t digits_of(const decimal::Decimal& number) {
    std::string text = number.text();
    std::erase_if(text, [](char c) { return c == '-' || c == '.'; });
    return text.size() - std::min(text.find_first_not_of('0'), text.size());
}

// From this many places on a number of the kit is what its author's arithmetic printed.
constexpr int places_of_a_rounding = 8;
constexpr std::size_t most_digits = 34;

// tck.h says what the kinds of agreement mean.
Agreement agreement_of(const decimal::Decimal& expected, const decimal::Decimal& actual) {
    if (expected == actual) return Agreement::exact;
    const int places = places_of(expected);
    const bool printed = places >= places_of_a_rounding;
    const auto distance = decimal::subtract(expected, actual);
    if (!distance || (!printed && digits_of(actual) < most_digits)) return Agreement::none;
    if (printed && distance->absolute() < *decimal::Decimal::scaled(1, -places))
        return Agreement::rounded;
    static const auto limit =
        *decimal::divide(decimal::Decimal::of(1), decimal::Decimal::of(std::int64_t{1} << 44));
    const auto allowed = decimal::multiply(expected.absolute(), limit);
    return allowed && distance->absolute() <= *allowed ? Agreement::binary : Agreement::none;
}

// The worst agreement of any number inside; none when anything differs.
Agreement agreement_of(const Value& expected, const Value& actual) {
    if (expected.number() && actual.number())
        return agreement_of(*expected.number(), *actual.number());
    Agreement worst = Agreement::exact;
    if (expected.list() && actual.list()) {
        if (expected.list()->size() != actual.list()->size()) return Agreement::none;
        for (std::size_t i = 0; i < expected.list()->size(); ++i)
            worst = std::max(worst, agreement_of((*expected.list())[i], (*actual.list())[i]));
        return worst;
    }
    if (expected.context() && actual.context()) {
        if (expected.context()->entries().size() != actual.context()->entries().size())
            return Agreement::none;
        for (const feel::Entry& entry : expected.context()->entries()) {
            const Value* other = actual.context()->find(entry.name);
            worst = std::max(worst, other ? agreement_of(entry.value, *other) : Agreement::none);
        }
        return worst;
    }
    return feel::identical(expected, actual) ? Agreement::exact : Agreement::none;
}

Request request_of(const xml::Element& test, const std::string& result) {
    Request out;
    if (test.attribute("type") == "decisionService") {
        out.kind = Request::Kind::service;
        out.names = {std::string(test.attribute("invocableName"))};
    } else {
        out.names = {result};
    }
    return out;
}

Inputs inputs_of(const xml::Element& test) {
    Inputs out;
    for (const xml::Element* node : test.children_named("inputNode")) {
        const std::string name = feel::normal_name(node->attribute("name"));
        const std::string space(node->attribute("namespace"));
        out[space.empty() ? name : space + "\n" + name] = kit_value(*node);
    }
    return out;
}

// A service is called as a function: exactly its parameters, the rest of the model as it is.
Value call_service(const Model& model, const std::string& name, const std::string& result,
                   const Inputs& inputs, const feel::Session::Options& options) {
    Request request;
    request.kind = Request::Kind::service;
    request.names = {name};
    const auto outcome = decide(model, inputs, request, options);
    if (!outcome.ok()) return Value::null({outcome.error().code, outcome.error().finding, ""});
    const Value value = outcome.value().answers[0].value;
    const Element* service = model.find(ElementKind::service, name);
    if (service->outputs.size() > 1 && value.context() && result != name)
        if (const Value* part = value.context()->find(result)) return *part;
    return value;
}

Value call_knowledge(const Model& model, const std::string& name, const Inputs& inputs,
                     const feel::Session::Options& options) {
    feel::Session session(options);
    return call_knowledge_model(model, name, inputs, session);
}

Value actual_value(const Model& model, const xml::Element& test, const std::string& name,
                   const feel::Session::Options& options) {
    const Inputs inputs = inputs_of(test);
    const std::string invocable(test.attribute("invocableName"));
    if (test.attribute("type") == "bkm")
        return call_knowledge(model, invocable.empty() ? name : invocable, inputs, options);
    const Request request = request_of(test, name);
    if (request.kind == Request::Kind::service)
        return call_service(model, invocable, name, inputs, options);
    if (!model.find(ElementKind::decision, name) && model.find(ElementKind::service, name))
        return call_service(model, name, name, inputs, options);
    const auto outcome = decide(model, inputs, request, options);
    if (!outcome.ok()) return Value::null({outcome.error().code, outcome.error().finding, ""});
    return outcome.value().answers[0].value;
}

// Notes what is not exactly as expected, and lowers the agreement of the case.
void compare(const xml::Element& node, const Value& actual, KitResult& result) {
    const xml::Element* wanted = node.find_child("expected");
    const Value expected = wanted ? kit_value(*wanted) : Value();
    const bool error = node.attribute("errorResult") == "true";
    const Agreement found =
        error && !actual.cause() ? Agreement::none : agreement_of(expected, actual);
    result.agreement = std::max(result.agreement, found);
    if (found == Agreement::exact) return;
    std::string& out = result.detail;
    out += (out.empty() ? "" : "; ") + std::string(node.attribute("name"));
    out += ": expected " + feel::literal_text(expected, 300) + (error ? " with an error" : "") +
           ", got " + feel::literal_text(actual, 300);
    if (actual.cause()) out += " (" + actual.cause()->text() + ")";
}

void run_file(const KitFolder& folder, const Document& document,
              const feel::Session::Options& options, std::vector<KitResult>& results) {
    KitResult result;
    result.folder = folder.name;
    result.test = document.name.substr(0, document.name.rfind('.'));
    const auto read = xml::parse(document.text, document.name);
    if (!read.ok()) {
        result.detail = read.error().text();
        results.push_back(std::move(result));
        return;
    }
    const xml::Element& root = read.value();
    const xml::Element* model_name = root.find_child("modelName");
    std::vector<Document> documents;
    for (const Document& model : folder.models)
        if (model_name && model.name == feel::normal_name(model_name->text))
            documents.insert(documents.begin(), model);
        else
            documents.push_back(model);
    const auto loaded = load(documents);
    for (const xml::Element* test : root.children_named("testCase")) {
        result.id = test->attribute("id");
        result.detail = loaded.ok() ? "" : loaded.error().text();
        result.agreement = loaded.ok() ? Agreement::exact : Agreement::none;
        if (loaded.ok())
            for (const xml::Element* node : test->children_named("resultNode")) {
                const std::string name = feel::normal_name(node->attribute("name"));
                compare(*node, actual_value(loaded.value().value, *test, name, options), result);
            }
        result.passed = result.agreement != Agreement::none;
        results.push_back(result);
    }
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out.push_back('"');
        out.push_back(c == '\n' || c == '\r' ? ' ' : c);
    }
    return out + "\"";
}

}  // namespace

Value kit_value(const xml::Element& element) {
    if (is_nil(element)) return Value();
    if (const auto* value = element.find_child("value")) return simple_value(*value);
    if (const auto* list = element.find_child("list")) {
        if (is_nil(*list)) return Value();
        feel::List out;
        for (const xml::Element* item : list->children_named("item"))
            out.push_back(kit_value(*item));
        return Value::of(std::move(out));
    }
    const auto components = element.children_named("component");
    if (components.empty()) return Value();
    feel::Context out;
    for (const xml::Element* component : components) {
        if (components.size() == 1 && is_nil(*component) && component->attribute("name").empty())
            return Value();
        out.put(std::string(component->attribute("name")), kit_value(*component));
    }
    return Value::of(std::move(out));
}

std::vector<KitResult> run_kit(const KitFolder& folder, const feel::Session::Options& options) {
    std::vector<KitResult> out;
    for (const Document& test : folder.tests) run_file(folder, test, options, out);
    return out;
}

std::string csv_of(const std::vector<KitResult>& results) {
    std::string out;
    for (const KitResult& result : results)
        out += quoted(result.folder) + "," + quoted(result.test) + "," + quoted(result.id) + "," +
               quoted(result.passed ? "SUCCESS" : "ERROR") + "," + quoted(result.detail) + "\n";
    return out;
}

}  // namespace anmin::dmn
