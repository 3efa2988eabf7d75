#include "style/value.hpp"

#include <algorithm>
#include <utility>

#include <yaml-cpp/yaml.h>

namespace triptych::style {
namespace {

constexpr int greatest_depth = 16;
/// The most values in a file: aliases can make a small file unfold without end.
constexpr int greatest_count = 20'000;

std::uint32_t offset(const YAML::Mark& mark) {
    return mark.is_null() ? 0 : static_cast<std::uint32_t>(mark.pos);
}

/// Turns yaml-cpp's nodes into values; stops at the limits.
class Converter {
public:
    explicit Converter(FileId file) : file_(file) {}

    Value convert(const YAML::Node& node, int depth) {
        if (--left_ < 0 || depth > greatest_depth)
            throw YAML::Exception(node.Mark(), "the file unfolds to too many or too deep values");
        Value value;
        value.span = span(node);
        if (node.IsMap()) {
            value.form = Value::Form::map;
            for (const auto& pair : node)
                value.entries.push_back(
                    {pair.first.Scalar(), span(pair.first), convert(pair.second, depth + 1)});
        } else if (node.IsSequence()) {
            value.form = Value::Form::list;
            for (const auto& item : node) value.items.push_back(convert(item, depth + 1));
        } else {
            value.scalar = node.Scalar();
        }
        return value;
    }

private:
    Span span(const YAML::Node& node) const {
        const std::uint32_t begin = offset(node.Mark());
        const std::size_t size = node.IsScalar() ? node.Scalar().size() : 0;
        return {file_, begin, begin + static_cast<std::uint32_t>(size)};
    }

    FileId file_;
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
    try {
        const YAML::Node root = YAML::Load(std::string(sources.text(file)));
        Value value = Converter(file).convert(root, 0);
        if (root.IsNull()) value.form = Value::Form::map;
        if (value.form == Value::Form::map) return value;
        diagnostics.report(Kind::invalid_yaml, value.span,
                           "a layout file must hold keys and values",
                           "write lines such as 'size: 10pt'");
    } catch (const YAML::Exception& failure) {
        const std::uint32_t at = offset(failure.mark);
        diagnostics.report(Kind::invalid_yaml, {file, at, at}, failure.msg);
    }
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
