#pragma once

#include <optional>
#include <string_view>

#include <pugixml.hpp>

namespace triptych::pptx::schema {

/// Gives elements and attributes the usual prefixes of their namespaces (`a`, `p`, `r`, `m`, `mc`,
/// `p14` ...); those of other namespaces get the prefix `other`. Leaves what a program that knows
/// no extension sees (ISO/IEC 29500-3): of alternatives the fallback, nothing of namespaces that
/// may be ignored. What programs that know more would choose goes below `choices`, where that is
/// given. Says what keeps it from that: a prefix that is not declared, elements nested too deep,
/// alternatives that are none.
std::optional<std::string_view> settle_names(pugi::xml_document& document,
                                             pugi::xml_node choices = {});

}  // namespace triptych::pptx::schema
