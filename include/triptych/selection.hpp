#pragma once

#include <cstdint>
#include <map>
#include <string>

/// Which parts of a GitBook folder belong to the book.
namespace triptych {

/// What becomes of pages and spaces marked `hidden: true`.
enum class HiddenPages : std::uint8_t { leave_out, include };
/// What becomes of pages that the SUMMARY does not list.
enum class Orphans : std::uint8_t { leave_out, append };
/// What becomes of blocks meant for some visitors only.
enum class ConditionalBlocks : std::uint8_t { evaluate, show_all };

/// By default what GitBook shows to everybody.
struct Selection {
    HiddenPages hidden = HiddenPages::leave_out;
    Orphans orphans = Orphans::leave_out;
    ConditionalBlocks conditional = ConditionalBlocks::evaluate;
    /// Values by full name, for example `visitor.claims.beta`; they win over the book's own.
    std::map<std::string, std::string> variables{};
};

}  // namespace triptych
