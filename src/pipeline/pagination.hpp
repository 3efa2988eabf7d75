#pragma once

#include <string>

#include "epub/write.hpp"
#include "pages/pages.hpp"

namespace triptych::pipeline {

/// The numbered pages of the booklet's text, for the page list of the e-book; `source` is what it
/// calls the booklet.
epub::Pagination pagination_of(const pages::Pages& booklet, std::string source);

}  // namespace triptych::pipeline
