#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

#include "doc/model.hpp"

/// Facts about nodes, said once for every kind. Who wants to know something of a node, and not the
/// node itself, asks here: a new kind does not compile until all of this is said of it.
namespace triptych::doc {

/// What a kind of block is to those who lay it out, whatever is written in it.
struct Traits {
    bool is_heading = false;
    bool is_prose = false;     ///< text that runs on: a paragraph, a list
    bool is_dense = false;     ///< read by rows and lines, as wide as it is: a table, a listing
    bool is_figure = false;    ///< pictures with their caption
    bool is_ornament = false;  ///< parts what is around it and says nothing
    bool is_framed = false;    ///< stands on a ground or beside a rule, as listings and callouts do
    bool is_box = false;       ///< its blocks are apart from the sections around it
    bool can_be_introduced = false;  ///< by a paragraph that ends in ":"
};
Traits traits_of(const Block& block);

/// Whether the block at `at` is an ornament that parts nothing: at an end, in front of a heading or
/// of another ornament.
bool parts_nothing(std::span<const Block> blocks, std::size_t at);

/// Calls `each` for what the block itself holds, and not the blocks and inlines inside it:
/// the ids of places that links can lead to, empty ones left out …
void for_each_id(const Block& block, const std::function<void(const std::string&)>& each);
/// … where it leads, with the place that says so …
void for_each_target(const Block& block, const std::function<void(const Target&, Span)>& each);
void for_each_target(Block& block, const std::function<void(Target&, Span)>& each);
/// … its pictures …
void for_each_picture(const Block& block, const std::function<void(const Picture&)>& each);
/// … and the TeX source of its formula.
void for_each_formula(const Block& block, const std::function<void(const std::string&)>& each);

/// What a node in the line is beside its words; all that it is not is null or empty.
struct InlineFacts {
    const Target* target = nullptr;  ///< where it leads
    const InlineImage* picture = nullptr;
    const std::string* id = nullptr;       ///< of a place that links can lead to
    const std::string* formula = nullptr;  ///< its TeX source
    std::optional<std::uint32_t> note;     ///< the number of the note it refers to
};
InlineFacts facts_of(const Inline& node);

}  // namespace triptych::doc
