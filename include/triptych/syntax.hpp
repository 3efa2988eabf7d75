#pragma once

#include <cstddef>
#include <cstdint>

namespace triptych {

/// What a part of code means. Signs, operators and all else that has no class are plain.
enum class CodePart : std::uint8_t {
    keyword,
    type,
    name,  ///< functions, commands, variables, selectors
    string,
    number,  ///< and other constants: true, null, colours
    comment,
    tag,  ///< of markup
    key,  ///< of data, attributes of markup, properties, options
    inserted,
    deleted,
};

}  // namespace triptych

/// What the module `triptych-syntax.so` exports: it finds the parts of code by the grammars of
/// KSyntaxHighlighting. A module of its own, since that library and Qt take longer to load than a
/// small book takes to build.
extern "C" {

/// Called for every part of the text, in order; parts never overlap and never hold a line feed.
/// `begin` and `end` are offsets in bytes.
using TriptychSyntaxPart = void (*)(void* sink, std::size_t begin, std::size_t end,
                                    triptych::CodePart part);
/// The type of `triptych_syntax`. `grammar` is the library's own name for a language, for example
/// `YAML`; false when it has none of that name. The text is UTF-8. Never throws; the same text
/// always has the same parts, whatever the locale, the environment and the user's own grammars.
using TriptychSyntax = bool (*)(const char* grammar, const char* text, std::size_t size,
                                TriptychSyntaxPart report, void* sink);
}
