#pragma once

#include "typeset/galley.hpp"

/// Which spaces of a page may grow, so that it ends level. Inside the room only.
namespace triptych::typeset {

/// More than this many lines are not made up for: wide gaps are uglier than a short page.
constexpr std::int64_t most_lines_given = 4;
/// Spaces between paragraphs that may grow on one page.
constexpr std::int64_t most_small_gaps = 5;
/// Steps that a wide space may grow by: the last one only where the others are used up.
constexpr std::int64_t most_steps_of_wide = 3;
/// Lines that the spaces of a page may lose.
constexpr std::int64_t most_lines_spared = 1;

/// By how many steps of the grid the space above a row may grow.
struct Elastic {
    std::int64_t steps = 0;
    bool small = false;  ///< between paragraphs: only a few of these, and only after the others
};

/// Spaces of three quarters of a line and more, around headings, boxes and pictures, are wide; in a
/// box only those grow. `line` is the leading of the text.
Elastic elastic_above(std::size_t row, Length line, const Galley& galley);

/// By how much the space above a row may shrink so that a page holds a little more: a step of the
/// grid where as much as a heading keeps is left.
Length spare_above(std::size_t row, Length line, const Galley& galley);

/// What a page may be higher than it has room for, until `fit_pages` takes that from its pictures
/// and its spaces.
class Spare {
public:
    /// The first row of a page has no space above it.
    void add(std::size_t row, bool is_first, Length line, const Galley& galley);
    Length height() const { return pictures_ + spaces_; }

private:
    Length pictures_, spaces_;
};

/// What all spaces of a page can give together.
class Elasticity {
public:
    void add(const Elastic& above);
    std::int64_t steps() const { return wide_ + small_; }

private:
    std::int64_t wide_ = 0, small_ = 0;
};

}  // namespace triptych::typeset
