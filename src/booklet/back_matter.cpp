#include "booklet/back_matter.hpp"

#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/address.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "booklet/link_notes.hpp"
#include "booklet/outline.hpp"
#include "booklet/printed_address.hpp"
#include "doc/own_words.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::booklet {
namespace {

doc::Inlines words(std::string text) { return {{doc::Text{std::move(text)}, {}}}; }

doc::Block paragraph(doc::Inlines body, doc::ParagraphRole role = doc::ParagraphRole::body) {
    return {doc::Paragraph{std::move(body), role}, {}};
}

/// An address that is listed, and the anchor in front of the first link to it.
struct ListedLink {
    doc::Url url;
    std::string anchor;
    PageId page{};
};

/// Gives every link out of the book the number of its address in a list.
class LinkNumbers {
public:
    void number(PageId id, doc::Page& page) {
        page_ = id;
        prefix_ = page.id + ".link-";
        number(page.body);
        for (doc::Note& note : page.notes) number(note.body);
    }
    std::vector<ListedLink> take() {
        numbers_.clear();
        return std::exchange(links_, {});
    }

private:
    void number(doc::Blocks& blocks) {
        for (doc::Block& block : blocks) {
            if (doc::traits_of(block).is_heading) continue;
            doc::for_each_child(
                block, [&](doc::Inlines& body) { number(body); },
                [&](doc::Blocks& inner) { number(inner); });
        }
    }

    void number(doc::Inlines& body) {
        doc::Inlines result;
        result.reserve(body.size());
        for (doc::Inline& node : body) {
            if (const doc::Url* url = hidden_address(node)) {
                const auto [known, is_new] = numbers_.try_emplace(url->address, links_.size() + 1);
                if (is_new) result.push_back(listed(*url));
                auto& link = std::get<doc::Link>(node.node);
                link.body.push_back(
                    {doc::Text{fmt::format("\u00A0[{}]", known->second)}, node.span});
            } else {
                doc::for_each_child(node, [&](doc::Inlines& inner) { number(inner); });
            }
            result.push_back(std::move(node));
        }
        body = std::move(result);
    }

    /// An anchor for the page number behind the address in the list.
    doc::Inline listed(const doc::Url& url) {
        links_.push_back({url, fmt::format("{}{}", prefix_, ++anchors_), page_});
        return {doc::Anchor{links_.back().anchor}, {}};
    }

    PageId page_{};
    std::string prefix_;
    std::map<std::string, std::size_t> numbers_;
    std::vector<ListedLink> links_;
    std::size_t anchors_ = 0;
};

doc::Inline address(const doc::Url& url) {
    return {doc::Link{url, words(printed_address(url.address))}, {}};
}

doc::List list_of(const std::vector<ListedLink>& links) {
    doc::List list;
    list.ordered = true;
    for (const ListedLink& link : links) {
        list.items.emplace_back().body.push_back(paragraph({address(link.url)}));
    }
    return list;
}

/// Pages behind the last chapter, in a part without a title.
class BackMatter {
public:
    explicit BackMatter(doc::Book& book) : book_(book) {}

    /// A page of a few lines goes on behind the last chapter, others begin one.
    enum class Length : std::uint8_t { few_lines, full };
    void add_page(std::string id, Word title, doc::Blocks body, Length length = Length::full) {
        const std::string name(word_in(book_.metadata.language, title));
        doc::Page page;
        page.id = std::move(id);
        page.title = doc::own_words(title, book_.metadata.language);
        page.short_title = name;
        page.body = std::move(body);
        const bool runs_on = length == Length::few_lines && !book_.parts.empty() &&
                             !book_.parts.back().pages.empty();
        page.depth = runs_on ? 1 : 0;
        if (!is_open_ && !runs_on) book_.parts.emplace_back();
        is_open_ = is_open_ || !runs_on;
        book_.parts.back().pages.push_back(static_cast<PageId>(book_.pages.size()));
        book_.pages.push_back(std::move(page));
    }

private:
    doc::Book& book_;
    bool is_open_ = false;
};

void list_links_by_chapter(doc::Book& book) {
    LinkNumbers numbers;
    for (const ChapterPages& chapter : chapters_of(book)) {
        for (const PageId id : chapter.pages) numbers.number(id, book.pages[index(id)]);
        const std::vector<ListedLink> links = numbers.take();
        if (links.empty()) continue;
        doc::Blocks& body = book.pages[index(chapter.pages.back())].body;
        body.push_back(paragraph(doc::own_words(Word::chapter_links, book.metadata.language),
                                 doc::ParagraphRole::bold_heading));
        body.push_back({list_of(links), {}});
    }
}

/// A reference to where a link stands: its page's title and, in print, the number of that page.
doc::Inline place_of(const ListedLink& link, const doc::Book& book) {
    const std::string& title = book.pages[index(link.page)].short_title;
    return {doc::Link{doc::PageRef{link.page, link.anchor}, words(title)}, {}};
}

doc::Blocks cards_of(const std::vector<ListedLink>& links) {
    doc::Blocks blocks;
    for (std::size_t i = 0; i < links.size(); ++i) {
        doc::LinkCard card;
        card.kind = doc::LinkCardKind::web;
        card.target = links[i].url;
        card.title = words(fmt::format("[{}] {}", i + 1, printed_address(links[i].url.address)));
        blocks.push_back({std::move(card), {}});
    }
    return blocks;
}

doc::Blocks index_of(const std::vector<ListedLink>& links, const doc::Book& book) {
    doc::List list = list_of(links);
    for (std::size_t i = 0; i < links.size(); ++i) {
        auto& item = std::get<doc::Paragraph>(list.items[i].body.front().node);
        item.body.push_back({doc::Text{". "}, {}});
        item.body.push_back(place_of(links[i], book));
    }
    return {{std::move(list), {}}};
}

void list_links_of_book(const style::Booklet& style, doc::Book& book, BackMatter& matter) {
    LinkNumbers numbers;
    for (const doc::Part& part : book.parts) {
        for (const PageId id : part.pages) numbers.number(id, book.pages[index(id)]);
    }
    const std::vector<ListedLink> links = numbers.take();
    if (links.empty()) return;
    matter.add_page("triptych-links", Word::links,
                    style.link_codes ? cards_of(links) : index_of(links, book));
}

/// Films, embedded pages and files, each with the page that names it, and pages that the site of
/// the book generates.
class ScreenList {
public:
    explicit ScreenList(const doc::Book& book) : book_(book) {}

    doc::Blocks run() {
        for (const doc::Part& part : book_.parts) {
            for (const PageId id : part.pages) {
                page_ = id;
                collect(book_.pages[index(id)].body);
            }
        }
        for (const std::string& title : book_.generated) add_generated(title);
        if (list_.items.empty()) return {};
        return {{std::move(list_), {}}};
    }

private:
    void collect(const doc::Blocks& blocks) {
        for (const doc::Block& block : blocks) {
            if (const auto* card = std::get_if<doc::LinkCard>(&block.node)) add(*card);
            doc::for_each_child(
                block, [](const doc::Inlines&) {},
                [&](const doc::Blocks& inner) { collect(inner); });
        }
    }

    void add(const doc::LinkCard& card) {
        const auto* url = std::get_if<doc::Url>(&card.target);
        const auto* file = std::get_if<doc::FileRef>(&card.target);
        if (card.kind == doc::LinkCardKind::page || (url == nullptr && file == nullptr)) return;
        // Pages of the book itself that this edition leaves out are printed elsewhere.
        const std::string& site = book_.metadata.site_url;
        if (url != nullptr && !site.empty() && url->address.starts_with(site)) return;
        doc::Inlines body = card.title;
        if (body.empty() && file != nullptr)
            body = words(std::string(text::file_name(book_.media[index(file->media)].path)));
        if (url != nullptr) {
            // A card without a title of its own has its address for one.
            if (says_address(doc::plain_text(body), url->address)) body.clear();
            if (!body.empty()) body.push_back({doc::Text{", "}, {}});
            body.push_back(address(*url));
        }
        body.push_back({doc::Text{". "}, {}});
        const std::string& title = book_.pages[index(page_)].short_title;
        body.push_back({doc::Link{doc::PageRef{page_, {}}, words(title)}, {}});
        list_.items.emplace_back().body.push_back(paragraph(std::move(body)));
    }

    void add_generated(const std::string& title) {
        const std::string& site = book_.metadata.site_url;
        doc::Inlines body = words(title);
        if (!site.empty()) {
            body.push_back({doc::Text{", "}, {}});
            body.push_back(address({site}));
        }
        list_.items.emplace_back().body.push_back(paragraph(std::move(body)));
    }

    const doc::Book& book_;
    PageId page_{};
    doc::List list_;
};

/// A list of more things than this begins a page.
constexpr std::size_t few_things = 6;

BackMatter::Length length_of(const doc::Blocks& listed) {
    const auto& list = std::get<doc::List>(listed.front().node);
    return list.items.size() <= few_things ? BackMatter::Length::few_lines
                                           : BackMatter::Length::full;
}

bool lists_links(style::LinksOnPaper links) {
    return links == style::LinksOnPaper::chapter || links == style::LinksOnPaper::page;
}

}  // namespace

std::optional<doc::Book> with_back_matter(const doc::Book& book, const style::Booklet& style) {
    doc::Blocks on_screen;
    if (style.screen_list) on_screen = ScreenList(book).run();
    if (on_screen.empty() && !lists_links(style.links)) return std::nullopt;
    doc::Book printed = book;
    BackMatter matter(printed);
    if (style.links == style::LinksOnPaper::chapter) list_links_by_chapter(printed);
    if (style.links == style::LinksOnPaper::page) list_links_of_book(style, printed, matter);
    if (!on_screen.empty()) {
        const BackMatter::Length length = length_of(on_screen);
        matter.add_page("triptych-on-screen", Word::on_screen, std::move(on_screen), length);
    }
    return printed;
}

}  // namespace triptych::booklet
