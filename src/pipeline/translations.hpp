#pragma once

#include <deque>
#include <functional>
#include <map>
#include <string>

#include <triptych/build.hpp>

#include "pipeline/reading.hpp"
#include "pipeline/works.hpp"

/// Links from one language of a book to another, between files that come out side by side.
namespace triptych::pipeline {

/// A language of a book of which all come out.
struct ReadLanguage {
    Reading* reading = nullptr;
    /// Takes what there is to say of its links.
    std::function<void(Kind, Span, Message, Message)> report;
};

/// Finds the pages that links of each language lead to in the others, all by their tags. What no
/// language has becomes its words, which is reported.
void link_translations(const Request& request,
                       const std::map<std::string, ReadLanguage>& languages);

/// Tells each work what the others' files are called, and which places they show.
void introduce(std::deque<Work>& works);

}  // namespace triptych::pipeline
