#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "style/keys.hpp"
#include "style/scalars.hpp"
#include "style/value.hpp"

/// From trees of values to members, by the tables of keys. Inside the room only.
namespace triptych::style {

struct Reading {
    Scale scale;
    Diagnostics& diagnostics;
};

/// "expected …" at the place of `value`.
void report_invalid(const Value& value, const Message& expected, Reading& reading);

/// Sets the members that `map` has keys for; wrong values are reported and set nothing.
template <typename Target>
void apply(const Value& map, Keys<Target> keys, Target& target, Reading& reading);

/// Names of keys, for `report_unknown`. A final `.*` allows anything below.
using Names = std::vector<std::string>;
template <typename Target>
void add_names(Names& names, Keys<Target> keys) {
    for (const auto& key : keys) names.emplace_back(key.name);
}

/// Reports every entry of `map` that is not in `names`, with the nearest name as a hint.
void report_unknown(const Value& map, const Names& names, Diagnostics& diagnostics);

/// The name with the fewest edits to `word`, or empty when none is near.
std::string nearest(std::string_view word, const Names& names);

extern template void apply(const Value&, Keys<BlockStyle>, BlockStyle&, Reading&);
extern template void apply(const Value&, Keys<Medium>, Medium&, Reading&);
extern template void apply(const Value&, Keys<CodeStyle>, CodeStyle&, Reading&);
extern template void apply(const Value&, Keys<Family>, Family&, Reading&);
extern template void apply(const Value&, Keys<Booklet>, Booklet&, Reading&);
extern template void apply(const Value&, Keys<Ebook>, Ebook&, Reading&);
extern template void apply(const Value&, Keys<Slides>, Slides&, Reading&);

}  // namespace triptych::style
