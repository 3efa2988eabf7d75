#pragma once

#include "typeset/galley.hpp"

/// Which spaces of a page may grow, so that it ends level. Inside the room only.
namespace triptych::typeset {

/// More than this many lines are not made up for: wide gaps are uglier than a short page.
constexpr std::int64_t most_lines_given = 4;
/// Spaces between paragraphs that may grow on one page.
constexpr std::int64_t most_small_gaps = 3;

/// By how many steps of the grid the space above a row may grow.
struct Elastic {
    std::int64_t steps = 0;
    bool small = false;  ///< between paragraphs: only a few of these, and only after the others
};

/// Spaces of three quarters of a line and more, around headings, boxes and pictures, are wide; in a
/// box only those grow. `line` is the leading of the text.
Elastic elastic_above(std::size_t row, Length line, const Galley& galley);

/// What all spaces of a page can give together.
class Elasticity {
public:
    void add(const Elastic& above);
    std::int64_t steps() const { return wide_ + small_; }

private:
    std::int64_t wide_ = 0, small_ = 0;
};

}  // namespace triptych::typeset
