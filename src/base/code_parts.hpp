#pragma once

#include <array>
#include <string_view>

#include <triptych/syntax.hpp>

namespace triptych {

/// All of them, in their order.
inline constexpr std::array code_parts = {
    CodePart::keyword, CodePart::type, CodePart::name, CodePart::string,   CodePart::number,
    CodePart::comment, CodePart::tag,  CodePart::key,  CodePart::inserted, CodePart::deleted};

/// The word for it, in dumps and layouts: `keyword`.
std::string_view name(CodePart part);
/// Class of its elements in HTML, short since there are many: `k`.
std::string_view css_class(CodePart part);

}  // namespace triptych
