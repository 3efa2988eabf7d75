#include "style/value.hpp"

#include <algorithm>
#include <utility>

#include "base/yaml.hpp"

namespace triptych::style {
namespace {

constexpr int greatest_depth = 16;
/// The most values in a file: aliases can make a small file unfold without end.
constexpr int greatest_count = 20'000;

/// Turns nodes into values; stops at the limits.
class Converter {
public:
    Converter(const yaml::Source& source, Diagnostics& diagnostics)
        : source_(source), diagnostics_(diagnostics) {}

    /// Nothing, and a diagnostic, beyond the limits.
    std::optional<Value> convert(const YAML::Node& root) {
        Value value = convert(root, 0);
        if (!over_) return value;
        diagnostics_.report(Kind::invalid_yaml, *over_,
                            say("the file unfolds to too many or too deep values"),
                            say("what it says is not used"));
        return std::nullopt;
    }

private:
    Value convert(const YAML::Node& node, int depth) {
        Value value;
        value.span = span_of(node, source_);
        if (--left_ < 0 || depth > greatest_depth) {
            if (!over_) over_ = value.span;
            return value;
        }
        if (node.IsMap()) {
            value.form = Value::Form::map;
            for (const auto& pair : node)
                value.entries.push_back({yaml::scalar(pair.first), span_of(pair.first, source_),
                                         convert(pair.second, depth + 1)});
        } else if (node.IsSequence()) {
            value.form = Value::Form::list;
            for (const auto& item : node) value.items.push_back(convert(item, depth + 1));
        } else {
            value.scalar = yaml::scalar(node);
        }
        return value;
    }

    const yaml::Source& source_;
    Diagnostics& diagnostics_;
    std::optional<Span> over_;
    int left_ = greatest_count;
};

Entry* entry_of(Value& map, std::string_view key) {
    const auto found = std::find_if(map.entries.begin(), map.entries.end(),
                                    [&](const Entry& entry) { return entry.key == key; });
    return found == map.entries.end() ? nullptr : &*found;
}

}  // namespace

const Value* Value::find(std::string_view path) const {
    const std::size_t dot = path.find('.');
    const std::string_view key = path.substr(0, dot);
    for (const Entry& entry : entries)
        if (entry.key == key)
            return dot == path.npos ? &entry.value : entry.value.find(path.substr(dot + 1));
    return nullptr;
}

std::optional<Value> parse_yaml(FileId file, const Sources& sources, Diagnostics& diagnostics) {
    const yaml::Source source{sources.text(file), file, 0};
    const auto root = yaml::parse(source, diagnostics);
    auto value = root ? Converter(source, diagnostics).convert(*root) : std::nullopt;
    if (!value) return std::nullopt;
    if (root->IsNull()) value->form = Value::Form::map;
    if (value->form == Value::Form::map) return value;
    diagnostics.report(Kind::invalid_yaml, value->span,
                       say("a layout file must hold keys and values"),
                       say("write lines such as 'size: 10pt'"));
    return std::nullopt;
}

Value merged(Value base, Value over) {
    if (base.form != Value::Form::map || over.form != Value::Form::map) return over;
    for (Entry& entry : over.entries) {
        if (Entry* known = entry_of(base, entry.key)) {
            entry.value = merged(std::move(known->value), std::move(entry.value));
            *known = std::move(entry);
        } else {
            base.entries.push_back(std::move(entry));
        }
    }
    return base;
}

}  // namespace triptych::style
