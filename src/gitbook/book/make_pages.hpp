#pragma once

#include <string>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"
#include "gitbook/book/page_source.hpp"
#include "gitbook/syntax/slugs.hpp"

namespace triptych::gitbook {

/// Makes pages of the book from `pages`, whose bodies are moved out of them. `ids` names them;
/// `language` is the book's.
std::vector<doc::Page> make_pages(std::vector<PageSource>& pages, const Sources& sources,
                                  const std::string& language, UniqueNames& ids);

}  // namespace triptych::gitbook
