#pragma once

#include <span>
#include <string>
#include <vector>

#include "deck/gist/point.hpp"
#include "deck/language/lexicon.hpp"
#include "doc/model.hpp"

namespace triptych::deck {

/// A title with what stands under it.
struct Titled {
    const doc::Inlines& title;
    std::span<const doc::Block> body;
    const std::string& id;
    Span span;
};

/// Titles as points, each with its claim where that is short, or where else it would stand alone
/// and a slide has room for it.
std::vector<Point> titled_points(const std::vector<Titled>& sources, const Lexicon* lexicon);

}  // namespace triptych::deck
