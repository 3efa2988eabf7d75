#include "doc/edition.hpp"

#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/title_text.hpp"
#include "base/words.hpp"
#include "doc/traits.hpp"
#include "doc/typography/conventions.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {
namespace {

/// A link to a page that is left out.
struct LeftOut {
    const Page* page = nullptr;
    Elsewhere elsewhere;
};

class EditionMaker {
public:
    EditionMaker(const Book& book, const EditionScope& scope, Diagnostics& diagnostics)
        : book_(book), scope_(scope), diagnostics_(diagnostics), ids_(book.pages.size()) {}

    Book make() {
        edition_.metadata = book_.metadata;
        edition_.media = book_.media;
        number_pages();
        take_parts();
        for (std::size_t i = 0; i < ids_.size(); ++i)
            if (ids_[i]) take_page(book_.pages[i]);
        set_depths();
        drop_pictures();
        return std::move(edition_);
    }

private:
    // ---- pages and parts

    void number_pages() {
        std::uint32_t next = 0;
        for (std::size_t i = 0; i < ids_.size(); ++i)
            if (scope_.chosen[i]) ids_[i] = PageId{next++};
    }

    void take_parts() {
        for (const Part& part : book_.parts) {
            Part taken{part.title, part.id, {}};
            for (const PageId page : part.pages)
                if (const auto id = ids_[index(page)]) taken.pages.push_back(*id);
            if (taken.pages.empty()) continue;
            inlines(taken.title, Words::none);
            edition_.parts.push_back(std::move(taken));
        }
    }

    void take_page(const Page& page) {
        Page taken = page;
        inlines(taken.title, Words::none);
        blocks(taken.body);
        for (Note& note : taken.notes) blocks(note.body);
        edition_.pages.push_back(std::move(taken));
    }

    /// Pages that are left out still end what stands under the pages before them.
    void set_depths() {
        for (const Part& part : book_.parts) {
            std::vector<std::uint8_t> above;  // depths of the chosen pages around
            for (const PageId page : part.pages) {
                const std::uint8_t depth = book_.pages[index(page)].depth;
                while (!above.empty() && above.back() >= depth) above.pop_back();
                const auto id = ids_[index(page)];
                if (!id) continue;
                edition_.pages[index(*id)].depth = static_cast<std::uint8_t>(above.size());
                above.push_back(depth);
            }
        }
    }

    // ---- links

    enum class Words : std::uint8_t { none, behind };

    /// Gives the target its place in the edition; what is left out that it led to, if it is.
    std::optional<LeftOut> lead(Target& target, Span span) {
        auto* place = std::get_if<PageRef>(&target);
        if (place == nullptr || index(place->page) >= ids_.size()) return std::nullopt;
        if (const auto id = ids_[index(place->page)]) {
            place->page = *id;
            return std::nullopt;
        }
        LeftOut left_out{&book_.pages[index(place->page)], scope_.elsewhere(*place)};
        report(left_out, span);
        const std::string& address = left_out.elsewhere.address;
        target = address.empty() ? Target(DeadLink{left_out.page->path}) : Target(Url{address});
        return left_out;
    }

    void report(const LeftOut& link, Span span) {
        const std::string& address = link.elsewhere.address;
        diagnostics_.report(
            Kind::link_out_of_book, span,
            say("page '{}' is not part of edition '{}'; the link {}", link.page->path, scope_.name,
                address.empty() ? say("becomes plain text") : say("leads to {}", address)),
            address.empty()
                ? say("set 'site_url' in triptych.yaml to link to its published address")
                : Message());
    }

    /// Where the page is that a link is about which says `label`; empty: nothing is said of that.
    std::string place_of(const LeftOut& link, const std::string& label) const {
        if (scope_.words == LeftOutWords::none) return {};
        const auto word = [&](Word each) {
            return std::string(word_in(book_.metadata.language, each));
        };
        const Elsewhere& elsewhere = link.elsewhere;
        if (!elsewhere.folio.empty())
            return word(Word::full_guide) + std::string(list_separator(book_.metadata.language)) +
                   page_words(book_.metadata.language, elsewhere.folio);
        const std::string where = word(elsewhere.address.empty() ? Word::full_guide : Word::online);
        const std::string written = text::collapse_spaces(plain_text(link.page->title));
        const std::string title(text::without_leading_pictographs(written));
        const auto folded = [](const std::string& words) {
            // "l’accueil" says "Accueil".
            const std::string apart = text::replace_all(words, "’", " ");
            return ' ' + text::lower_case(text::collapse_spaces(apart)) + ' ';
        };
        if (title.empty() || folded(label).find(folded(title)) != std::string::npos) return where;
        return word(Word::see) + " " + typography::quoted_title(title, book_.metadata.language) +
               " " + where;
    }

    void add_in_brackets(const std::string& words, Span span, Inlines& to) const {
        if (!words.empty()) to.push_back({Text{bracketed(words, book_.metadata.language)}, span});
    }

    void inlines(Inlines& body, Words words) {
        Inlines result;
        result.reserve(body.size());
        for (Inline& node : body) {
            auto* link = std::get_if<Link>(&node.node);
            std::optional<LeftOut> left_out;
            if (link != nullptr) left_out = lead(link->target, node.span);
            if (const auto* image = facts_of(node).picture) shown_.push_back(image->media);
            for_each_child(node, [&](Inlines& inner) { inlines(inner, words); });
            std::string place;
            if (left_out && words == Words::behind)
                place = place_of(*left_out, plain_text(link->body));
            const Span span = node.span;
            result.push_back(std::move(node));
            add_in_brackets(std::move(place), span, result);
        }
        body = std::move(result);
    }

    void blocks(Blocks& list) {
        for (Block& block : list) {
            const Words words = traits_of(block).is_heading ? Words::none : Words::behind;
            for_each_child(
                block, [&](Inlines& body) { inlines(body, words); },
                [&](Blocks& body) { blocks(body); });
            own_targets(block);
            for_each_picture(block,
                             [this](const Picture& picture) { shown_.push_back(picture.media); });
        }
    }

    void own_targets(Block& block) {
        if (auto* card = std::get_if<LinkCard>(&block.node)) return own_target(*card, block.span);
        if (auto* cards = std::get_if<Cards>(&block.node)) {
            for (Card& card : cards->cards)
                if (card.target) own_target(card);
            return;
        }
        for_each_target(block, [this](Target& target, Span span) { lead(target, span); });
    }

    void own_target(LinkCard& card, Span span) {
        const auto left_out = lead(card.target, span);
        if (!left_out) return;
        card.kind = LinkCardKind::web;
        if (auto place = place_of(*left_out, plain_text(card.title)); !place.empty())
            card.detail = std::move(place);
    }

    void own_target(Card& card) {
        if (const auto left_out = lead(*card.target, card.span))
            add_in_brackets(place_of(*left_out, plain_text(card.title)), card.span, card.title);
    }

    // ---- pictures

    /// What the edition does not show, no writer needs to carry.
    void drop_pictures() {
        std::vector<bool> is_shown(edition_.media.size());
        const auto show = [&](MediaId media) { is_shown[index(media)] = true; };
        for (const MediaId media : shown_) show(media);
        for (const Page& page : edition_.pages)
            if (page.cover) show(*page.cover);
        if (edition_.metadata.cover) show(*edition_.metadata.cover);
        if (edition_.metadata.logo) show(*edition_.metadata.logo);
        for (std::size_t i = 0; i < is_shown.size(); ++i)
            if (is_shown[i] && edition_.media[i].dark != no_media) show(edition_.media[i].dark);
        for (std::size_t i = 0; i < is_shown.size(); ++i)
            if (!is_shown[i]) edition_.media[i].kind = MediaKind::file;
    }

    const Book& book_;
    const EditionScope& scope_;
    Diagnostics& diagnostics_;
    std::vector<std::optional<PageId>> ids_;  ///< of the pages in the edition
    std::vector<MediaId> shown_;
    Book edition_;
};

}  // namespace

Book edition_of(const Book& book, const EditionScope& scope, Diagnostics& diagnostics) {
    return EditionMaker(book, scope, diagnostics).make();
}

}  // namespace triptych::doc
