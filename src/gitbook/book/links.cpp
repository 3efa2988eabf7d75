#include "gitbook/book/links.hpp"

#include <utility>

#include <triptych/files.hpp>

#include "base/address.hpp"
#include "base/host.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "gitbook/syntax/address.hpp"

namespace triptych::gitbook {
namespace {

Destination dead(std::string_view written, Finding finding) {
    return {doc::DeadLink{std::string(written)}, std::move(finding)};
}

/// A web address with its host as it is looked up; its label only where no host is called so.
Destination to_web(std::string_view address) {
    const auto place = host_place(address);
    const auto host = ascii_host(address.substr(place.begin, place.end - place.begin));
    if (!host)
        return dead(address, {Kind::broken_link,
                              say("no host can be called '{}'",
                                  address.substr(place.begin, place.end - place.begin)),
                              say("end the address before what does not belong to it")});
    Destination out{doc::Url{text::percent_encode(std::string(address.substr(0, place.begin)) +
                                                  *host + std::string(address.substr(place.end)))},
                    std::nullopt};
    if (is_local_host(*host))
        out.finding = {Kind::local_link, say("'{}' is the author's own machine", *host),
                       say("readers can't follow this link: name the public address")};
    return out;
}

/// Whether a path that leads nowhere was meant for a page rather than for another kind of file.
bool means_page(std::string_view path) {
    const auto name = name_of(path);
    return is_markdown(path) || name.empty() || name.find('.') == std::string_view::npos;
}

/// The name of a place, as the fragment of an address has it.
std::string name_in(std::string_view fragment) {
    std::string name = text::percent_decode(fragment);
    if (name.starts_with("user-content-")) name.erase(0, 13);
    return name;
}

}  // namespace

std::optional<std::string> element_of(const LinkedPage& page, std::string_view fragment) {
    const std::string name = name_in(fragment);
    if (name.empty()) return std::string();
    const std::string* element = page.anchors.find(name);
    if (element == nullptr) return std::nullopt;
    return *element;
}

bool is_broken_marker(std::string_view written) {
    return written.find("broken-reference") != std::string_view::npos ||
           written.starts_with("/broken/") || written.find("/broken/pages/") != written.npos ||
           written.find("/broken/spaces/") != written.npos ||
           written.find("/broken/files/") != written.npos;
}

/// A relative destination, percent-decoded, and as it was written.
struct LinkResolver::Parts {
    std::string_view written;
    std::string path, fragment;
};

LinkResolver::LinkResolver(const FileIndex& files, const std::vector<Space>& spaces,
                           const std::vector<LinkedPage>& pages, std::string site_url,
                           std::vector<std::string> schemes, Translations translations)
    : files_(files),
      spaces_(spaces),
      paths_(files, spaces, pages),
      pages_(pages),
      site_url_(std::move(site_url)),
      schemes_(std::move(schemes)),
      translations_(translations) {
    for (std::uint32_t i = 0; i < pages.size(); ++i)
        if (!pages[i].path.empty()) by_path_.try_emplace(pages[i].path, PageId{i});
}

Destination LinkResolver::resolve(std::string_view written, const Origin& origin) const {
    const auto destination = text::trim(written);
    if (destination.empty())
        return dead(written, {Kind::broken_link, say("link without a destination"), {}});
    if (is_broken_marker(destination))
        return dead(written, {Kind::broken_link, say("GitBook lost the target of this link"),
                              say("choose the page again in GitBook, or take the link out")});
    if (destination.starts_with("//")) return absolute("https:" + std::string(destination), origin);
    if (!scheme_of(destination).empty()) return absolute(destination, origin);
    if (is_email(destination) && paths_.find(destination, origin) == nullptr)
        return {doc::Url{"mailto:" + std::string(destination)}, std::nullopt};
    return relative(destination, origin);
}

bool LinkResolver::may_lead_to(const std::string& scheme) const {
    return is_usual_scheme(scheme) || (is_linkable(scheme) && is_one_of(scheme, schemes_));
}

Destination LinkResolver::absolute(std::string_view written, const Origin& origin) const {
    const std::string scheme = scheme_of(written);
    if (is_mistyped_web_scheme(scheme))
        return dead(written, {Kind::broken_link, say("address begins with '{}:'", scheme),
                              say("did you mean 'https:'?")});
    if (!may_lead_to(scheme))
        return dead(written, {Kind::link_scheme, say("address of kind '{}:' in a link", scheme),
                              is_linkable(scheme)
                                  ? say("it is printed as text: links lead to http, https, mailto, "
                                        "tel, sms, and what 'link-schemes' of the layout names")
                                  : say("it is printed as text: it can do harm")});
    if (scheme != "http" && scheme != "https")
        return {doc::Url{text::percent_encode(written)}, std::nullopt};
    if (host_of(written).empty())
        return dead(written, {Kind::broken_link, say("address without a host"), {}});
    if (auto page = own_page(written, origin)) return std::move(*page);
    return to_web(written);
}

/// The page of this book that a web address leads to: on the book's own site, or inside GitBook,
/// whose addresses bear the page's path behind a space id that is recorded nowhere.
std::optional<Destination> LinkResolver::own_page(std::string_view address,
                                                  const Origin& origin) const {
    const std::string host = host_of(address);
    const Reference parts = split_reference(address);
    if (host == "app.gitbook.com") {
        const std::size_t space = parts.path.find("/s/");
        if (space == std::string_view::npos) return std::nullopt;
        const std::size_t slash = parts.path.find('/', space + 3);
        if (slash == std::string_view::npos) return std::nullopt;
        return page_at(parts.path.substr(slash), origin.space, parts.fragment);
    }
    if (site_url_.empty() || host != host_of(site_url_)) return std::nullopt;
    const auto behind_host = [](std::string_view url) {
        const std::size_t slash = url.find('/', url.find("://") + 3);
        return slash == std::string_view::npos ? std::string_view{} : url.substr(slash);
    };
    const auto base = behind_host(site_url_);
    auto path = behind_host(parts.path);
    if (!path.starts_with(base)) return std::nullopt;
    path.remove_prefix(base.size());
    if (auto page = page_at(path, origin.space, parts.fragment)) return page;
    // A site of several variants or spaces has one segment more than the folder.
    strip_slashes(path);
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    return page_at(path.substr(slash), origin.space, parts.fragment);
}

std::optional<Destination> LinkResolver::page_at(std::string_view path, std::size_t space,
                                                 std::string_view fragment) const {
    std::string decoded = text::percent_decode(path);
    std::string_view trimmed = decoded;
    strip_slashes(trimmed);
    for (std::size_t i = 0; i < spaces_.size(); ++i) {
        const std::string* file =
            paths_.find_in_space(trimmed, spaces_[(space + i) % spaces_.size()]);
        const auto page = file ? by_path_.find(*file) : by_path_.end();
        if (page != by_path_.end()) return place_in(page->second, fragment);
    }
    return std::nullopt;
}

Destination LinkResolver::relative(std::string_view written, const Origin& origin) const {
    Reference parts = split_reference(written);
    // docsify's addresses of pages and of places in them: `#/guide?id=start`.
    if (parts.path.empty() && parts.fragment.starts_with('/'))
        parts = split_reference(parts.fragment);
    if (parts.fragment.empty() && parts.query.starts_with("id="))
        parts.fragment = parts.query.substr(3);
    if (parts.path.empty() && parts.query.empty()) return place_in(origin.page, parts.fragment);
    Parts decoded{written, text::percent_decode(parts.path), std::string(parts.fragment)};
    if (const std::string* path = paths_.find(parts.path, origin))
        return found(*path, decoded, origin);
    if (const std::string* path = paths_.find(decoded.path, origin))
        return found(*path, decoded, origin);
    // File names may hold `?` and `#`; editors on Windows may write `\` for `/`, older exports
    // Markdown's escapes.
    const std::string whole = text::percent_decode(written);
    for (const std::string& path :
         {whole, with_slashes(decoded.path), without_escapes(decoded.path)})
        if (const std::string* file = paths_.find(path, origin))
            return found(*file, decoded, origin);
    return missing(decoded, origin);
}

Destination LinkResolver::found(const std::string& path, const Parts& parts,
                                const Origin& origin) const {
    const auto page = by_path_.find(path);
    if (page != by_path_.end()) return place_in(page->second, parts.fragment);
    if (!is_markdown(path)) return {LocalFile{path}, std::nullopt};
    // An address leads there from everywhere; else it is known later which language has the page.
    if (site_url_.empty() && translations_ == Translations::made)
        return {doc::TranslationRef{path, parts.fragment}, std::nullopt, path};
    if (site_url_.empty()) {
        Destination lost =
            dead(parts.written,
                 {Kind::link_out_of_book,
                  say("page '{}' is not part of this book; the link becomes plain text", path),
                  say("set 'site_url' in triptych.yaml to link to its published address")});
        lost.left_out = path;
        return lost;
    }
    std::string address = published_address(site_url_, path, {}, spaces_[origin.space]);
    Finding note{Kind::link_out_of_book,
                 say("page '{}' is not part of this book; the link leads to {}", path, address),
                 {}};
    return {doc::Url{std::move(address)}, std::move(note), path};
}

Destination LinkResolver::missing(const Parts& parts, const Origin& origin) const {
    const auto path =
        normal_path(parts.path.starts_with('/') ? parts.path.substr(1)
                                                : join(folder_of(origin.path), parts.path));
    if (!path)
        return dead(parts.written,
                    {Kind::broken_link,
                     say("link to '{}' leaves the book; it becomes plain text", parts.path),
                     {}});
    if (!means_page(parts.path))
        return dead(parts.written,
                    {Kind::broken_link,
                     say("no file '{}' in the book; the link becomes plain text", parts.path),
                     say("add the file, or correct the link")});
    if (site_url_.empty())
        return dead(parts.written,
                    {Kind::broken_link,
                     say("no file '{}' in the book; the link becomes plain text", parts.path),
                     say("correct the path, or set 'site_url' in triptych.yaml to link to the "
                         "published page")});
    std::string address = published_address(site_url_, *path, {}, spaces_[origin.space]);
    if (!parts.fragment.empty())
        address = text::percent_encode(address.append("#").append(parts.fragment));
    Finding note{Kind::link_out_of_book,
                 say("no file '{}' in the book; the link leads to {}", parts.path, address),
                 {}};
    return {doc::Url{std::move(address)}, std::move(note)};
}

Destination LinkResolver::place_in(PageId page, std::string_view fragment) const {
    const std::string name = name_in(fragment);
    if (auto element = element_of(pages_[index(page)], fragment))
        return {doc::PageRef{page, *std::move(element)}, std::nullopt};
    // Browsers go to the front of the page for this name.
    if (text::lower_case(name) == "top") return {doc::PageRef{page, {}}, std::nullopt};
    // docsify shows its cover and the first page as one.
    const PageId behind{static_cast<std::uint32_t>(index(page) + 1)};
    if (text::file_name(pages_[index(page)].path) == "_coverpage.md" &&
        index(behind) < pages_.size())
        if (const std::string* element = pages_[index(behind)].anchors.find(name))
            return {doc::PageRef{behind, *element}, std::nullopt};
    return {doc::PageRef{page, {}},
            Finding{Kind::broken_anchor,
                    say("no heading '#{}' in {}; the link leads to the page", name,
                        pages_[index(page)].path),
                    say("copy the anchor again from the heading")}};
}

std::vector<std::string> LinkResolver::meant_paths(std::string_view path,
                                                   const Origin& origin) const {
    const bool absolute = path.starts_with('/');
    strip_slashes(path);
    std::vector<std::string> paths;
    if (!absolute) paths.push_back(join(folder_of(origin.path), path));
    paths.push_back(join(spaces_[origin.space].root, path));
    paths.emplace_back(path);
    return paths;
}

PictureSource LinkResolver::find_picture(std::string_view written, const Origin& origin) const {
    const auto source = text::trim(written);
    const Reference parts = split_reference(source);
    const std::string decoded = text::percent_decode(parts.path);
    const std::string scheme = scheme_of(source);
    if (!scheme.empty() || source.starts_with("//")) {
        if (decoded.find(".gitbook/assets/") != std::string::npos)
            if (const std::string* file = files_.find_asset(name_of(decoded)))
                return LocalFile{*file};
        if (scheme.empty()) return doc::Url{text::percent_encode("https:" + std::string(source))};
        if (scheme == "http" || scheme == "https") return doc::Url{text::percent_encode(source)};
        return doc::DeadLink{std::string(source.substr(0, 60))};
    }
    for (const std::string& path : {std::string(parts.path), decoded, text::percent_decode(source),
                                    with_slashes(decoded), without_escapes(decoded)}) {
        const std::string* file = path.empty() ? nullptr : paths_.find(path, origin);
        if (file != nullptr && !is_markdown(*file)) return LocalFile{*file};
    }
    return doc::DeadLink{decoded};
}

}  // namespace triptych::gitbook
