#include "style/reader.hpp"

#include <algorithm>
#include <type_traits>

#include <triptych/spelling.hpp>

#include "base/is_one_of.hpp"

namespace triptych::style {
namespace {

template <typename T>
bool within(const T& value, Range range) {
    if constexpr (std::is_same_v<T, Length> || std::is_same_v<T, int>) {
        if (range == Range::positive) return value > T{};
        if (range == Range::not_negative) return value >= T{};
    }
    return true;
}

std::string_view condition(Range range) {
    switch (range) {
        case Range::any:
            return "";
        case Range::not_negative:
            return message_id(", not below 0");
        case Range::positive:
            return message_id(", above 0");
    }
    return "";
}

template <typename T>
void read_into(T& member, const Value& value, Range range, Reading& reading) {
    const std::optional<T> read = Form<T>::read(value, reading.scale);
    if (read && within(*read, range)) {
        member = *read;
        return;
    }
    report_invalid(value,
                   say("{}{}", say_known(Form<T>::about), say_known(read ? condition(range) : "")),
                   reading);
}

/// What follows `prefix` in the names that start with it, up to the next dot.
Names below(const Names& names, std::string_view prefix) {
    Names parts;
    for (const std::string& name : names)
        if (name.starts_with(prefix))
            parts.push_back(
                name.substr(prefix.size(), name.find('.', prefix.size()) - prefix.size()));
    return parts;
}

bool any_starts_with(const Names& names, const std::string& prefix) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return name.starts_with(prefix); });
}

void report_unknown_below(const Value& map, const std::string& prefix, const Names& names,
                          Diagnostics& diagnostics) {
    if (map.form != Value::Form::map)
        diagnostics.report(Kind::invalid_value, map.span, say("found no keys"),
                           say("expected a group of keys, each on a line of its own"));
    for (const Entry& entry : map.entries) {
        const std::string full = prefix + entry.key;
        if (is_one_of(full, names) || is_one_of(full + ".*", names)) continue;
        if (any_starts_with(names, full + '.')) {
            report_unknown_below(entry.value, full + '.', names, diagnostics);
            continue;
        }
        const std::string near = nearest(entry.key, below(names, prefix));
        diagnostics.report(Kind::unknown_key, entry.span, say("unknown key '{}'", full),
                           spelling::suggestion(near, say("layouts/README.md lists all keys")));
    }
}

}  // namespace

void report_invalid(const Value& value, const Message& expected, Reading& reading) {
    const Message found = value.form == Value::Form::scalar && !value.scalar.empty()
                              ? say("found '{}'", value.scalar)
                          : value.form == Value::Form::scalar ? say("found nothing")
                          : value.form == Value::Form::list ? say("found a list that does not fit")
                                                            : say("found a group of keys");
    reading.diagnostics.report(Kind::invalid_value, value.span, found,
                               say("expected {}", expected));
}

std::string nearest(std::string_view word, const Names& names) {
    return std::string(spelling::nearest(word, {names.begin(), names.end()}));
}

void report_unknown(const Value& map, const Names& names, Diagnostics& diagnostics) {
    report_unknown_below(map, "", names, diagnostics);
}

template <typename Target>
void apply(const Value& map, Keys<Target> keys, Target& target, Reading& reading) {
    for (const Key<Target>& key : keys)
        if (const Value* value = map.find(key.name))
            std::visit([&](auto access) { read_into(access(target), *value, key.range, reading); },
                       key.field);
}

template void apply(const Value&, Keys<BlockStyle>, BlockStyle&, Reading&);
template void apply(const Value&, Keys<Medium>, Medium&, Reading&);
template void apply(const Value&, Keys<CodeStyle>, CodeStyle&, Reading&);
template void apply(const Value&, Keys<Family>, Family&, Reading&);
template void apply(const Value&, Keys<Booklet>, Booklet&, Reading&);
template void apply(const Value&, Keys<Ebook>, Ebook&, Reading&);
template void apply(const Value&, Keys<Slides>, Slides&, Reading&);

}  // namespace triptych::style
