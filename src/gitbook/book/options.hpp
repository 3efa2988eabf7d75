#pragma once

#include <functional>
#include <string>
#include <vector>

#include <triptych/message.hpp>
#include <triptych/selection.hpp>

#include "base/parallel.hpp"
#include "doc/model.hpp"
#include "doc/plans.hpp"

namespace triptych::gitbook {

/// What became of a diagram that was to be drawn.
struct DrawnDiagram {
    std::string path;  ///< that the book has the picture under; empty: there is none
    Message problem;   ///< why there is none; empty when nothing draws its kind
};
using DrawDiagram = std::function<DrawnDiagram(const doc::Diagram&)>;

/// What is to be read of a folder.
struct Options {
    std::string page{};      ///< read this one Markdown file only; empty: the whole book
    std::string folder{};    ///< path of the book, for one that only its folder names; may be empty
    std::string language{};  ///< read the book in this language; empty: in its own
    bool others_are_made = false;  ///< a book told in several languages is read in the others, too
    Threads& threads = calling_thread();
    Selection selection{};
    /// Schemes of addresses that links lead to beside the usual ones, in lower case.
    std::vector<std::string> schemes{};
    /// Called with the blocks of each page and of its notes as soon as they are read, by several
    /// threads at once; they stay where they are until the last page is read. May be empty.
    std::function<void(doc::Blocks&)> page_read{};
    /// Called with the name and the bytes of each picture that is written into the text
    /// (`data:image/…`), by several threads at once; the book has it under that name. May be empty:
    /// such pictures are missing then.
    std::function<void(const std::string&, std::string)> picture_found{};
    /// Draws diagrams for which the book has no picture; called by several threads at once. May be
    /// empty.
    DrawDiagram draw_diagram{};
    /// Called once with what is planned for the slides. May be empty.
    std::function<void(doc::Plans)> planned{};
};

}  // namespace triptych::gitbook
