#pragma once

#include <optional>
#include <string>
#include <vector>

#include "doc/model.hpp"
#include "doc/plans.hpp"
#include "gitbook/syntax/yaml.hpp"

/// What authors say about slides, in front matter and in `triptych.yaml`.
namespace triptych::gitbook {

struct ReadWishes {
    doc::SlideWishes page;
    doc::DigestWishes digest;
};
/// The value of `slides:` in front matter, or of one of its keys in `triptych.yaml`. What can't be
/// meant is reported where it stands.
ReadWishes read_slide_wishes(const YAML::Node& node, const YamlSource& source,
                             Diagnostics& diagnostics);

/// Wishes of `triptych.yaml` for some pages.
struct WishesOfPages {
    doc::PagePattern pages;
    ReadWishes wishes;
};
/// `slides:` of `triptych.yaml`: patterns of pages with what is wished for their slides.
std::vector<WishesOfPages> read_wishes_of_pages(const YAML::Node& node, const YamlSource& source,
                                                Diagnostics& diagnostics);
/// Gives every page and its digest the wishes that name it; its own win over them, later ones over
/// earlier ones. Titles of sections to keep that no page has are reported.
void grant_wishes(doc::Book& book, std::vector<doc::DigestWishes>& digests,
                  const std::vector<WishesOfPages>& wishes, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
