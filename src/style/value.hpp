#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>

/// A layout file as a tree in which every part knows its place. Inside the room only.
namespace triptych::style {

struct Entry;

struct Value {
    enum class Form : std::uint8_t { scalar, list, map };
    Form form = Form::scalar;
    std::string scalar;
    std::vector<Value> items;    ///< of a list
    std::vector<Entry> entries;  ///< of a map, in the order of the file
    Span span;

    /// The value behind `path` ("page.inner"); null when a part of the path is not there.
    const Value* find(std::string_view path) const;
};

struct Entry {
    std::string key;
    Span span;  ///< of the key
    Value value;
};

/// The tree of a YAML 1.2 file; an empty file is an empty map. Nothing, and a diagnostic, when it
/// is not YAML, not a map, or unreasonably large or deep.
std::optional<Value> parse_yaml(FileId file, const Sources& sources, Diagnostics& diagnostics);

/// `base` with everything that `over` says: maps are joined key by key, all else is replaced.
Value merged(Value base, Value over);

}  // namespace triptych::style
