#include "gitbook/book/make_pages.hpp"

#include <iterator>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "base/words.hpp"
#include "doc/own_words.hpp"
#include "doc/walk.hpp"
#include "gitbook/book/file_index.hpp"
#include "gitbook/book/title.hpp"

namespace triptych::gitbook {
namespace {

doc::Inlines plain_inlines(std::string text, Span span) {
    if (text.empty()) return {};
    return {{doc::Text{std::move(text)}, span}};
}

class PageMaker {
public:
    PageMaker(const Sources& sources, const std::string& language, UniqueNames& ids)
        : sources_(sources), language_(language), ids_(ids) {}

    doc::Page make_page(PageSource& source) {
        const OutlineEntry& entry = source.entry;
        doc::Page page;
        page.path = entry.path;
        page.span = source.file == FileId::none
                        ? entry.span
                        : Span{source.file, 0,
                               static_cast<std::uint32_t>(sources_.text(source.file).size())};
        page.title = title_of(source);
        page.short_title = short_title_of(source, page.title);
        page.id = page_id(entry);
        page.description = source.front.description;
        if (page.description.empty()) page.description = entry.description;
        page.depth = entry.depth;
        page.hidden = source.front.hidden;
        page.shows_title = source.front.shows_title;
        page.slides = source.front.slides;
        page.body = std::move(source.body.blocks);
        page.notes = std::move(source.body.notes);
        if (!source.front.cover.empty()) {
            page.cover = MediaId{static_cast<std::uint32_t>(source.body.media.size())};
            source.body.media.push_back({source.front.cover, source.front.cover_span});
        }
        surround(page.body, std::move(source.front.home));
        if (!page.description.empty() && source.front.shows_description)
            page.body.insert(page.body.begin(), lede(page.description, source));
        if (!entry.address.empty()) page.body.push_back(web_entry(entry));
        return page;
    }

private:
    /// Whether the contents call the page by something else than its file.
    static bool is_named(const OutlineEntry& entry) {
        return !entry.title.empty() &&
               !(is_markdown(entry.title) && entry.title == name_of(entry.path));
    }

    /// The page's own heading, else what its front matter or the SUMMARY calls it.
    doc::Inlines title_of(const PageSource& source) const {
        if (source.body.title && !text::trim(doc::plain_text(*source.body.title)).empty())
            return *source.body.title;
        const OutlineEntry& entry = source.entry;
        // Some editors call a page by its file.
        if (!source.front.title.empty() && !is_markdown(source.front.title))
            return plain_inlines(source.front.title, {source.file, 0, 0});
        if (is_named(entry)) return plain_inlines(entry.title, entry.span);
        const Span place{source.file, 0, 0};
        if (text::lower_case(name_of(entry.path)) == "glossary.md")
            return doc::own_words(Word::glossary, language_, place);
        return plain_inlines(title_from_path(entry.path), place);
    }

    std::string short_title_of(const PageSource& source, const doc::Inlines& title) const {
        const OutlineEntry& entry = source.entry;
        if (!entry.label.empty()) return entry.label;
        if (is_named(entry)) return entry.title;
        return text::collapse_spaces(doc::plain_text(title));
    }

    /// The last part of the path that says something; with its folder where pages share a name.
    std::string page_id(const OutlineEntry& entry) {
        if (entry.path.empty()) return claim_page_id(id_slug(entry.title));
        std::string_view path = entry.path;
        if (is_readme(path) && !folder_of(path).empty()) path = folder_of(path);
        std::string_view name = name_of(path);
        if (is_markdown(name)) name = name.substr(0, name.rfind('.'));
        const std::string id = id_slug(name);
        const std::string_view parent = name_of(folder_of(path));
        if (parent.empty() || !taken_.contains(id)) return claim_page_id(id);
        return claim_page_id(id_slug(std::string(parent) + '-' + id));
    }

    std::string claim_page_id(const std::string& id) {
        taken_.insert(id);
        return ids_.claim(id);
    }

    static void surround(doc::Blocks& body, HomePage home) {
        body.insert(body.begin(), std::make_move_iterator(home.before.begin()),
                    std::make_move_iterator(home.before.end()));
        std::move(home.behind.begin(), home.behind.end(), std::back_inserter(body));
    }

    static doc::Block lede(const std::string& description, const PageSource& page) {
        const bool own = !page.front.description.empty();
        const Span span = own ? page.front.description_span : page.entry.span;
        return {doc::Paragraph{plain_inlines(description, span), doc::ParagraphRole::lede}, span};
    }

    static doc::Block web_entry(const OutlineEntry& entry) {
        return {doc::LinkCard{doc::LinkCardKind::page,
                              doc::DeadLink{entry.address},
                              plain_inlines(entry.title, entry.span),
                              {},
                              {}},
                entry.span};
    }

    const Sources& sources_;
    const std::string& language_;
    UniqueNames& ids_;
    std::set<std::string> taken_;
};

}  // namespace

std::vector<doc::Page> make_pages(std::vector<PageSource>& pages, const Sources& sources,
                                  const std::string& language, UniqueNames& ids) {
    PageMaker maker(sources, language, ids);
    std::vector<doc::Page> made;
    made.reserve(pages.size());
    for (PageSource& page : pages) made.push_back(maker.make_page(page));
    return made;
}

}  // namespace triptych::gitbook
