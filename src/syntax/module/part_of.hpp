#pragma once

#include <optional>

#include <KSyntaxHighlighting/Format>

#include <triptych/syntax.hpp>

namespace triptych::syntax {

/// What text in one of the library's formats means, if it means anything to us.
std::optional<CodePart> part_of(const KSyntaxHighlighting::Format& format);

}  // namespace triptych::syntax
