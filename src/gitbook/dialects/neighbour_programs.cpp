#include "gitbook/dialects/neighbour_programs.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace triptych::gitbook {
namespace {

/// Marks by which the program is known that reads them.
struct ProgramMarks {
    std::string_view front, program;
    Dialect dialect, other;
};
constexpr std::array program_marks{
    ProgramMarks{"!!!", "MkDocs", Dialect::mkdocs, Dialect::mkdocs},
    ProgramMarks{"???", "MkDocs", Dialect::mkdocs, Dialect::mkdocs},
    ProgramMarks{"===", "MkDocs", Dialect::mkdocs, Dialect::mkdocs},
    ProgramMarks{"///", "MkDocs", Dialect::mkdocs, Dialect::mkdocs},
    ProgramMarks{":::", message_id("Docusaurus, VuePress or Quarto"), Dialect::docusaurus,
                 Dialect::vuepress},
    ProgramMarks{"<Tab", "Docusaurus", Dialect::docusaurus, Dialect::docusaurus},
    ProgramMarks{"admonish", "mdBook", Dialect::mdbook, Dialect::mdbook},
};

}  // namespace

bool say_program(std::string_view line, Span at, Dialect dialect, Diagnostics& diagnostics) {
    const auto found =
        std::find_if(program_marks.begin(), program_marks.end(),
                     [&](const ProgramMarks& known) { return line.starts_with(known.front); });
    if (found == program_marks.end()) return false;
    if (found->dialect == dialect || found->other == dialect) return true;
    at.end = at.begin + static_cast<std::uint32_t>(found->front.size());
    const Message message =
        say("blocks marked '{}' are read as those of {}", found->front, say_known(found->program));
    // Its own cause, so that a book is told once.
    diagnostics.report({Kind::dialect, at, message, {}, message});
    return true;
}

}  // namespace triptych::gitbook
