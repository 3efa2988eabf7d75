#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <triptych/build.hpp>

#include "base/parallel.hpp"
#include "doc/model.hpp"
#include "doc/plans.hpp"

namespace triptych::pipeline {

/// The book in one language, with what is planned for it.
struct Reading {
    doc::Book book;
    doc::Plans plans;
    Diagnostics findings{};  ///< of the reader, where it reads another than the book's own language
};

/// A book in its own language, and in the others that it comes out in. All number their media
/// alike.
struct Readings {
    Reading own;
    std::map<std::string, std::shared_ptr<const Reading>> others;  ///< by tag of the language
    /// Pictures that are written into the text, by the names it has for them.
    std::map<std::string, std::string> pictures;
};

/// Nothing when the book can't be read.
std::optional<Readings> read_book(const Request& request, const std::vector<std::string>& schemes,
                                  Threads& threads, Result& result);

}  // namespace triptych::pipeline
