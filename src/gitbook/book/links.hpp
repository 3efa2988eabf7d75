#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"
#include "gitbook/book/written_paths.hpp"

/// What the written destinations of links and pictures mean.
namespace triptych::gitbook {

/// A file of the book that is no page.
struct LocalFile {
    std::string path;  ///< true path
};

/// What is wrong with a destination.
struct Finding {
    Kind kind{};
    Message message, hint;
};

/// Where a link leads.
struct Destination {
    std::variant<doc::PageRef, doc::Url, LocalFile, doc::TranslationRef, doc::DeadLink> target;
    std::optional<Finding> finding;
    std::string left_out = {};  ///< the file of the page that is meant, but not part of the book
};

/// The element of `page` that the fragment of an address names, "" for the page itself; nothing
/// where no place is called so.
std::optional<std::string> element_of(const LinkedPage& page, std::string_view fragment);

/// Whether GitBook wrote `destination` because it lost the target.
bool is_broken_marker(std::string_view destination);

/// Where a picture is: in the book, on the web, or nowhere.
using PictureSource = std::variant<LocalFile, doc::Url, doc::DeadLink>;

/// Whether the pages of the book in its other languages come out, too.
enum class Translations : std::uint8_t { left_out, made };

/// Resolves destinations against the files and pages of one book. Constant after construction: safe
/// to use from several threads.
class LinkResolver {
public:
    /// `pages[i]` is `PageId(i)`. All references must outlive the resolver. `schemes` are those
    /// that links may lead to beside the usual ones.
    LinkResolver(const FileIndex& files, const std::vector<Space>& spaces,
                 const std::vector<LinkedPage>& pages, std::string site_url,
                 std::vector<std::string> schemes = {}, Translations translations = {});

    /// `written` is Markdown-unescaped and entity-decoded, not percent-decoded.
    Destination resolve(std::string_view written, const Origin& origin) const;
    PictureSource find_picture(std::string_view written, const Origin& origin) const;
    /// Where a file lies that is written so, unless it is found by its name, from the root of the
    /// book.
    std::vector<std::string> meant_paths(std::string_view path, const Origin& origin) const;
    const std::string& title(PageId page) const { return pages_[index(page)].title; }
    /// The heading a reference leads to, as plain text; null when it leads to none.
    const std::string* heading(const doc::PageRef& place) const {
        return pages_[index(place.page)].anchors.title(place.element);
    }

private:
    struct Parts;
    bool may_lead_to(const std::string& scheme) const;
    Destination absolute(std::string_view written, const Origin& origin) const;
    Destination relative(std::string_view written, const Origin& origin) const;
    Destination found(const std::string& path, const Parts& parts, const Origin& origin) const;
    Destination missing(const Parts& parts, const Origin& origin) const;
    Destination place_in(PageId page, std::string_view fragment) const;
    std::optional<Destination> own_page(std::string_view address, const Origin& origin) const;
    std::optional<Destination> page_at(std::string_view path, std::size_t space,
                                       std::string_view fragment) const;

    const FileIndex& files_;
    const std::vector<Space>& spaces_;
    WrittenPaths paths_;
    const std::vector<LinkedPage>& pages_;
    std::string site_url_;
    std::vector<std::string> schemes_;
    Translations translations_;
    std::unordered_map<std::string, PageId> by_path_;
};

}  // namespace triptych::gitbook
